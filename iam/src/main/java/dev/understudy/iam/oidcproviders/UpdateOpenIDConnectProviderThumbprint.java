package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintResponse;

/** Replaces the thumbprints of a provider. */
final class UpdateOpenIDConnectProviderThumbprint
        implements WriteOperation<
                UpdateOpenIdConnectProviderThumbprintRequest,
                UpdateOpenIdConnectProviderThumbprintResponse> {

    @Override
    public Access access(
            UpdateOpenIdConnectProviderThumbprintRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:UpdateOpenIDConnectProviderThumbprint",
                        input.openIDConnectProviderArn(),
                        call));
    }

    @Override
    public UpdateOpenIdConnectProviderThumbprintResponse execute(
            UpdateOpenIdConnectProviderThumbprintRequest input, WritingCall call) {
        OidcProviders.requireFewThumbprints(input.thumbprintList(), call);
        OidcProvider provider =
                OidcProviders.FAMILY.get(call.account(), input.openIDConnectProviderArn());
        call.put(provider.withThumbprints(input.thumbprintList()));
        return UpdateOpenIdConnectProviderThumbprintResponse.builder().build();
    }
}
