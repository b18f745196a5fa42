package dev.understudy.sts;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.federation.IssuerKey;
import dev.understudy.iam.errors.JwtPayloadSizeExceeded;
import dev.understudy.iam.errors.OutboundWebIdentityFederationDisabled;
import dev.understudy.iam.errors.SessionDurationEscalation;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.outboundfederation.IssuerKeys;
import dev.understudy.iam.outboundfederation.IssuerUrls;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;
import dev.understudy.operation.Session;

import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A token that tells services outside of AWS who the caller is, signed by its account as an issuer.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html">Federating
 *     AWS identities to external services</a>
 */
final class GetWebIdentityToken
        implements ReadOperation<GetWebIdentityTokenRequest, GetWebIdentityTokenResponse> {
    private static final int DEFAULT_SECONDS = 300;

    /**
     * AWS tells no limit. A token with so much is below the 20,000 characters that its own
     * AssumeRoleWithWebIdentity takes of others' tokens.
     */
    private static final int MOST_PAYLOAD_BYTES = 14_000;

    private final IssuerKeys keys;
    private final IssuerUrls urls;

    GetWebIdentityToken(IssuerKeys keys, IssuerUrls urls) {
        this.keys = keys;
        this.urls = urls;
    }

    @Override
    public Access access(GetWebIdentityTokenRequest input, AuthenticatedCall call) {
        SessionTags tags = SessionTags.of(input.tags(), List.of(), null);
        List<Check> checks = new ArrayList<>();
        checks.add(
                Check.of("sts:GetWebIdentityToken", "*", call.accountId())
                        .with("sts:IdentityTokenAudience", input.audience())
                        .with("sts:DurationSeconds", Integer.toString(seconds(input)))
                        .with("sts:SigningAlgorithm", input.signingAlgorithm())
                        .withRequestTags(tags.passed()));
        if (tags.any()) {
            checks.add(
                    Check.of("sts:TagGetWebIdentityToken", "*", call.accountId())
                            .withRequestTags(tags.passed()));
        }
        return new Access.Permission(checks);
    }

    /** A condition decides about the duration that the token will have, asked for or not. */
    private static int seconds(GetWebIdentityTokenRequest input) {
        return input.durationSeconds() == null ? DEFAULT_SECONDS : input.durationSeconds();
    }

    @Override
    public GetWebIdentityTokenResponse execute(
            GetWebIdentityTokenRequest input, AuthorizedCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        String issuer = features.tokenIssuer();
        if (issuer == null || !features.issuesTokens()) {
            throw OutboundWebIdentityFederationDisabled.account();
        }
        IssuerKey.Algorithm algorithm = algorithm(input.signingAlgorithm());
        SessionTags tags = SessionTags.of(input.tags(), List.of(), null);
        tags.requireValid();
        Instant expiration = call.now().plusSeconds(seconds(input));
        Session session = call.caller().session();
        if (session != null && expiration.isAfter(session.expiresAt())) {
            throw SessionDurationEscalation.webIdentityToken();
        }
        String claims =
                WebIdentityClaims.of(
                        urls.url(issuer), input.audience(), tags.passed(), expiration, call);
        if (claims.getBytes(StandardCharsets.UTF_8).length > MOST_PAYLOAD_BYTES) {
            throw JwtPayloadSizeExceeded.webIdentityToken();
        }
        return GetWebIdentityTokenResponse.builder()
                .webIdentityToken(keys.sign(call.accountId(), algorithm, claims, call.now()))
                .expiration(expiration)
                .build();
    }

    private static IssuerKey.Algorithm algorithm(String name) {
        for (IssuerKey.Algorithm algorithm : IssuerKey.Algorithm.values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        throw ValidationError.because(
                "1 validation error detected: Value '"
                        + name
                        + "' at 'signingAlgorithm' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [ES384, RS256]");
    }
}
