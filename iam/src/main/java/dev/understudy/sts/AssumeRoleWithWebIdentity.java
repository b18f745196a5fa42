package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.federation.AccessTokenVerifier;
import dev.understudy.federation.IdToken;
import dev.understudy.federation.IdentityProviders;
import dev.understudy.federation.OAuthProvider;
import dev.understudy.federation.Proof;
import dev.understudy.federation.VerifiedIdentity;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * Temporary credentials of a role for whoever an identity provider vouches for: an OpenID Connect
 * provider of the role's account, or one that all accounts know. Nobody signs the call: the token
 * is the proof, and the trust policy alone decides.
 */
final class AssumeRoleWithWebIdentity
        implements ReadOperation<
                AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse> {
    static final String ACTION = "sts:AssumeRoleWithWebIdentity";

    private final CredentialMint mint;
    private final AccountTokens idTokens;
    private final AccessTokenVerifier accessTokens;

    AssumeRoleWithWebIdentity(CredentialMint mint, IdentityProviders providers) {
        this.mint = mint;
        this.idTokens = new AccountTokens(providers);
        this.accessTokens = new AccessTokenVerifier(providers.tokens());
    }

    @Override
    public Access access(AssumeRoleWithWebIdentityRequest input, AuthenticatedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        Proof proof =
                input.providerId() == null
                        ? idToken(input, target, call)
                        : accessToken(input, target, call);
        VerifiedIdentity identity =
                switch (proof) {
                    case Proof.Proven proven -> proven.identity();
                    case Proof.Unproven unproven -> throw OutsideSession.error(unproven);
                };
        return OutsideSession.access(ACTION, target, identity, input.roleSessionName());
    }

    /**
     * An access token is shown to the provider that is named, and so never where it may be somebody
     * else's: an id token is not, and no role that names the provider means no question.
     */
    private Proof accessToken(
            AssumeRoleWithWebIdentityRequest input, RoleTarget target, AuthenticatedCall call) {
        OAuthProvider provider = OAuthProvider.of(input.providerId());
        if (provider == null) {
            throw new AwsError(
                    ErrorCode.INVALID_IDENTITY_TOKEN,
                    "ProviderId is for access tokens of www.amazon.com and graph.facebook.com"
                            + " only");
        }
        if (IdToken.parse(input.webIdentityToken()) != null) {
            throw new AwsError(
                    ErrorCode.INVALID_IDENTITY_TOKEN,
                    "The token is an id token, and ProviderId is for access tokens");
        }
        if (!target.names(provider.host())) {
            throw AccessDenied.because("Not authorized to perform " + ACTION);
        }
        return accessTokens.verify(provider, input.webIdentityToken(), call.now());
    }

    private Proof idToken(
            AssumeRoleWithWebIdentityRequest input, RoleTarget target, AuthenticatedCall call) {
        IdToken token = IdToken.parse(input.webIdentityToken());
        if (token == null) {
            throw new AwsError(
                    ErrorCode.INVALID_IDENTITY_TOKEN,
                    "The ID Token provided is not a valid JWT. (You may see this error if you sent"
                            + " an Access Token)");
        }
        Account account = target.account();
        if (account == null) {
            throw AccessDenied.because("Not authorized to perform " + ACTION);
        }
        return idTokens.verify(token, account, call.now());
    }

    @Override
    public AssumeRoleWithWebIdentityResponse execute(
            AssumeRoleWithWebIdentityRequest input, AuthorizedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        VerifiedIdentity identity = call.identity();
        int seconds = SessionDuration.seconds(input.durationSeconds(), target.role(), false);
        OutsideSession made =
                OutsideSession.of(
                        target,
                        input.roleSessionName(),
                        call.now().plusSeconds(seconds),
                        input.policy(),
                        input.policyArns(),
                        call);
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(mint.mint(made.session()))
                .assumedRoleUser(made.user())
                .subjectFromWebIdentityToken(identity.subject())
                .provider(identity.issuer())
                .audience(identity.audience())
                .packedPolicySize(made.packedSize())
                .sourceIdentity(identity.sourceIdentity())
                .build();
    }
}
