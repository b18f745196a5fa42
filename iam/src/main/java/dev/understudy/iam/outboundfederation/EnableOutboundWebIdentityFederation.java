package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.Check;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.EnableOutboundWebIdentityFederationResponse;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Lets the account issue tokens, under a URL of its own that stays the same ever after. */
final class EnableOutboundWebIdentityFederation
        implements WriteOperation<
                EnableOutboundWebIdentityFederationRequest,
                EnableOutboundWebIdentityFederationResponse> {
    @Override
    public Access access(EnableOutboundWebIdentityFederationRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:EnableOutboundWebIdentityFederation", "*", call.accountId()));
    }

    @Override
    public EnableOutboundWebIdentityFederationResponse execute(
            EnableOutboundWebIdentityFederationRequest input, WritingCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        if (features.issuesTokens()) {
            throw new AwsError(
                    ErrorCode.FEATURE_ENABLED,
                    "Outbound web identity federation is already enabled for this account.");
        }
        String issuer = features.tokenIssuer();
        if (issuer == null) {
            RandomGenerator random = call.random();
            UUID id = new UUID(random.nextLong(), random.nextLong());
            issuer = "https://" + id + ".tokens.sts.global.api.aws";
        }
        call.put(features.withTokenIssuer(issuer, true));
        return EnableOutboundWebIdentityFederationResponse.builder()
                .issuerIdentifier(issuer)
                .build();
    }
}
