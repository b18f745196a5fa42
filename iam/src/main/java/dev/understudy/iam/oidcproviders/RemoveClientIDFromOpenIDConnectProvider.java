package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderResponse;

import java.util.ArrayList;
import java.util.List;

/** Takes an audience of a provider away; one that is not there is gone already. */
final class RemoveClientIDFromOpenIDConnectProvider
        implements WriteOperation<
                RemoveClientIdFromOpenIdConnectProviderRequest,
                RemoveClientIdFromOpenIdConnectProviderResponse> {

    @Override
    public Access access(
            RemoveClientIdFromOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:RemoveClientIDFromOpenIDConnectProvider",
                        input.openIDConnectProviderArn(),
                        call));
    }

    @Override
    public RemoveClientIdFromOpenIdConnectProviderResponse execute(
            RemoveClientIdFromOpenIdConnectProviderRequest input, WritingCall call) {
        OidcProvider provider =
                OidcProviders.FAMILY.get(call.account(), input.openIDConnectProviderArn());
        List<String> ids = new ArrayList<>(provider.clientIds());
        if (ids.remove(input.clientID())) {
            call.put(provider.withClientIds(ids));
        }
        return RemoveClientIdFromOpenIdConnectProviderResponse.builder().build();
    }
}
