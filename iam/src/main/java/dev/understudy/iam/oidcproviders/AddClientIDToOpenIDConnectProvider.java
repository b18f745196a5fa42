package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderResponse;

import java.util.ArrayList;
import java.util.List;

/** Registers one more audience of a provider; one that is there already stays. */
final class AddClientIDToOpenIDConnectProvider
        implements WriteOperation<
                AddClientIdToOpenIdConnectProviderRequest,
                AddClientIdToOpenIdConnectProviderResponse> {

    @Override
    public Access access(AddClientIdToOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:AddClientIDToOpenIDConnectProvider",
                        input.openIDConnectProviderArn(),
                        call));
    }

    @Override
    public AddClientIdToOpenIdConnectProviderResponse execute(
            AddClientIdToOpenIdConnectProviderRequest input, WritingCall call) {
        OidcProvider provider =
                OidcProviders.FAMILY.get(call.account(), input.openIDConnectProviderArn());
        if (!provider.clientIds().contains(input.clientID())) {
            List<String> ids = new ArrayList<>(provider.clientIds());
            ids.add(input.clientID());
            OidcProviders.requireFewClientIds(ids, call);
            call.put(provider.withClientIds(ids));
        }
        return AddClientIdToOpenIdConnectProviderResponse.builder().build();
    }
}
