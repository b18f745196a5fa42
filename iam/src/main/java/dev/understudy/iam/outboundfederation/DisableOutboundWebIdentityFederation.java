package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationRequest;
import software.amazon.awssdk.services.iam.model.DisableOutboundWebIdentityFederationResponse;

/** Lets the account issue no more tokens. */
final class DisableOutboundWebIdentityFederation
        implements WriteOperation<
                DisableOutboundWebIdentityFederationRequest,
                DisableOutboundWebIdentityFederationResponse> {
    @Override
    public Access access(
            DisableOutboundWebIdentityFederationRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:DisableOutboundWebIdentityFederation", "*", call.accountId()));
    }

    @Override
    public DisableOutboundWebIdentityFederationResponse execute(
            DisableOutboundWebIdentityFederationRequest input, WritingCall call) {
        AccountFeatures features = OutboundFederation.enabled(call);
        call.put(features.withTokenIssuer(features.tokenIssuer(), false));
        return DisableOutboundWebIdentityFederationResponse.builder().build();
    }
}
