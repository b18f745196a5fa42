package dev.understudy.sts;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.SamlProvider;
import dev.understudy.federation.Proof;
import dev.understudy.federation.SamlResponseVerifier;
import dev.understudy.federation.UsedAssertions;
import dev.understudy.federation.VerifiedAssertion;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

import java.time.Duration;
import java.time.Instant;

/**
 * Temporary credentials of a role for whoever a SAML provider of the role's account vouches for.
 * Nobody signs the call: the assertion is the proof, it must give this role, and the trust policy
 * alone decides. An assertion is good once; a refusal does not use it up.
 */
final class AssumeRoleWithSAML
        implements ReadOperation<AssumeRoleWithSamlRequest, AssumeRoleWithSamlResponse> {
    private static final String ACTION = "sts:AssumeRoleWithSAML";

    private static final int DEFAULT_SECONDS = 3_600;

    private final CredentialMint mint;
    private final SamlTrusts trusts;
    private final SamlResponseVerifier verifier;
    private final UsedAssertions used;

    AssumeRoleWithSAML(
            CredentialMint mint,
            SamlTrusts trusts,
            SamlResponseVerifier verifier,
            UsedAssertions used) {
        this.mint = mint;
        this.trusts = trusts;
        this.verifier = verifier;
        this.used = used;
    }

    @Override
    public Access access(AssumeRoleWithSamlRequest input, AuthenticatedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        VerifiedAssertion assertion = verified(input, target, call);
        if (!assertion.gives(input.roleArn())) {
            throw denied();
        }
        return OutsideSession.access(ACTION, target, assertion, assertion.roleSessionName());
    }

    private VerifiedAssertion verified(
            AssumeRoleWithSamlRequest input, RoleTarget target, AuthenticatedCall call) {
        Account account = target.account();
        if (account == null) {
            throw denied();
        }
        String arn = input.principalArn();
        SamlProvider provider = account.samlProvider(arn.substring(arn.lastIndexOf('/') + 1));
        if (provider == null || !provider.arn(account).equals(arn)) {
            throw invalid("Specified provider doesn't exist.");
        }
        return switch (verifier.verify(
                input.samlAssertion(), trusts.of(provider, account), call.now())) {
            case Proof.Proven(VerifiedAssertion assertion) -> assertion;
            case Proof.Proven other -> throw new IllegalStateException("proved something else");
            case Proof.Unproven unproven -> throw OutsideSession.error(unproven);
        };
    }

    private static AwsError denied() {
        return AccessDenied.because("Not authorized to perform " + ACTION);
    }

    private static AwsError invalid(String message) {
        return new AwsError(ErrorCode.INVALID_IDENTITY_TOKEN, message);
    }

    @Override
    public AssumeRoleWithSamlResponse execute(
            AssumeRoleWithSamlRequest input, AuthorizedCall call) {
        RoleTarget target = RoleTarget.of(input.roleArn(), call);
        if (!(call.identity() instanceof VerifiedAssertion assertion)) {
            throw new IllegalStateException("access proved an assertion");
        }
        OutsideSession made =
                OutsideSession.of(
                        target,
                        assertion.roleSessionName(),
                        expiry(input.durationSeconds(), assertion, target.role(), call.now()),
                        input.policy(),
                        input.policyArns(),
                        call);
        if (!assertion.use(used, call.now())) {
            throw invalid("The assertion was used before, and is good once.");
        }
        return AssumeRoleWithSamlResponse.builder()
                .credentials(mint.mint(made.session()))
                .assumedRoleUser(made.user())
                .packedPolicySize(made.packedSize())
                .subject(assertion.subject())
                .subjectType(assertion.subjectType())
                .issuer(assertion.issuer())
                .audience(assertion.audience())
                .nameQualifier(assertion.nameQualifier())
                .sourceIdentity(assertion.sourceIdentity())
                .build();
    }

    /**
     * The shortest of what the request asks, the assertion says, and the provider's session has.
     */
    private static Instant expiry(
            @Nullable Integer asked, VerifiedAssertion assertion, Role role, Instant now) {
        int seconds = asked == null ? DEFAULT_SECONDS : asked;
        Integer most = assertion.sessionSeconds();
        if (most != null) {
            seconds = Math.min(seconds, most);
        }
        Instant end = assertion.sessionEnd();
        if (end != null) {
            seconds = (int) Math.min(seconds, Duration.between(now, end).toSeconds());
        }
        if (seconds < 1) {
            throw new AwsError(
                    ErrorCode.EXPIRED_TOKEN_EXCEPTION,
                    "Token must be redeemed within 5 minutes of issuance");
        }
        return now.plusSeconds(SessionDuration.seconds(seconds, role, false));
    }
}
