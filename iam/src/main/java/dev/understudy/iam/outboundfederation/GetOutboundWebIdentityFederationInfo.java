package dev.understudy.iam.outboundfederation;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoRequest;
import software.amazon.awssdk.services.iam.model.GetOutboundWebIdentityFederationInfoResponse;

import java.util.Objects;

/** Tells the URL that the account issues tokens under. */
final class GetOutboundWebIdentityFederationInfo
        implements ReadOperation<
                GetOutboundWebIdentityFederationInfoRequest,
                GetOutboundWebIdentityFederationInfoResponse> {
    private final IssuerUrls urls;

    GetOutboundWebIdentityFederationInfo(IssuerUrls urls) {
        this.urls = urls;
    }

    @Override
    public Access access(
            GetOutboundWebIdentityFederationInfoRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:GetOutboundWebIdentityFederationInfo", "*", call.accountId()));
    }

    @Override
    public GetOutboundWebIdentityFederationInfoResponse execute(
            GetOutboundWebIdentityFederationInfoRequest input, AuthorizedCall call) {
        return GetOutboundWebIdentityFederationInfoResponse.builder()
                .issuerIdentifier(
                        urls.url(
                                Objects.requireNonNull(
                                        OutboundFederation.enabled(call).tokenIssuer())))
                .jwtVendingEnabled(true)
                .build();
    }
}
