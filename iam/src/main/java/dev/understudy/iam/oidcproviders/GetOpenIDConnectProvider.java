package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;

/** Tells of an OpenID Connect provider. */
final class GetOpenIDConnectProvider
        implements ReadOperation<
                GetOpenIdConnectProviderRequest, GetOpenIdConnectProviderResponse> {

    @Override
    public Access access(GetOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:GetOpenIDConnectProvider", input.openIDConnectProviderArn(), call));
    }

    @Override
    public GetOpenIdConnectProviderResponse execute(
            GetOpenIdConnectProviderRequest input, AuthorizedCall call) {
        OidcProvider provider =
                OidcProviders.FAMILY.get(call.account(), input.openIDConnectProviderArn());
        return GetOpenIdConnectProviderResponse.builder()
                .url(provider.url())
                .clientIDList(provider.clientIds())
                .thumbprintList(provider.thumbprints())
                .createDate(provider.createDate())
                .tags(Tagging.listOrAbsent(provider.tags()))
                .build();
    }
}
