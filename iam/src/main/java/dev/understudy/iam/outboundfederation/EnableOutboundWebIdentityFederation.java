package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.federation.IssuerKey;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.PreparedWriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationResponse;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Lets the account issue tokens, under a URL of its own that stays the same ever after. */
final class EnableOutboundWebIdentityFederation
        implements PreparedWriteOperation<
                EnableOutboundWebIdentityFederationRequest,
                EnableOutboundWebIdentityFederationResponse,
                List<IssuerKey.Pair>> {
    private final IssuerKeys keys;
    private final IssuerUrls urls;

    EnableOutboundWebIdentityFederation(IssuerKeys keys, IssuerUrls urls) {
        this.keys = keys;
        this.urls = urls;
    }

    @Override
    public Access access(EnableOutboundWebIdentityFederationRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:EnableOutboundWebIdentityFederation", "*", call.accountId()));
    }

    @Override
    public List<IssuerKey.Pair> prepare(
            EnableOutboundWebIdentityFederationRequest input, AuthorizedCall call) {
        return IssuerKeys.lacks(call.account()) ? keys.fresh() : List.of();
    }

    /** If keys are lacking after all, the first token makes them. */
    @Override
    public EnableOutboundWebIdentityFederationResponse execute(
            EnableOutboundWebIdentityFederationRequest input,
            List<IssuerKey.Pair> prepared,
            WritingCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        if (features.issuesTokens()) {
            throw new AwsError(
                    ErrorCode.FEATURE_ENABLED,
                    "Outbound web identity federation is already enabled for this account.");
        }
        String issuer = features.tokenIssuer();
        if (issuer == null) {
            RandomGenerator random = call.random();
            issuer = IssuerUrls.stored(new UUID(random.nextLong(), random.nextLong()));
        }
        call.put(features.withTokenIssuer(issuer, true));
        keys.missing(call.account(), IssuerUrls.id(issuer), prepared, call.now())
                .forEach(call::put);
        return EnableOutboundWebIdentityFederationResponse.builder()
                .issuerIdentifier(urls.url(issuer))
                .build();
    }
}
