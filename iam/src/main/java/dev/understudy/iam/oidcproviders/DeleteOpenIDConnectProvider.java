package dev.understudy.iam.oidcproviders;

import dev.understudy.directory.OidcProvider;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderResponse;

/**
 * Forgets an OpenID Connect provider. Roles that trust it stay as they are. One that is not there
 * is an error: the documentation says otherwise, but that is what AWS was recorded to answer.
 */
final class DeleteOpenIDConnectProvider
        implements WriteOperation<
                DeleteOpenIdConnectProviderRequest, DeleteOpenIdConnectProviderResponse> {

    @Override
    public Access access(DeleteOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:DeleteOpenIDConnectProvider", input.openIDConnectProviderArn(), call));
    }

    @Override
    public DeleteOpenIdConnectProviderResponse execute(
            DeleteOpenIdConnectProviderRequest input, WritingCall call) {
        OidcProvider provider =
                OidcProviders.FAMILY.find(call.account(), input.openIDConnectProviderArn());
        if (provider == null) {
            throw NoSuchEntity.openIdConnectProviderToDelete(input.openIDConnectProviderArn());
        }
        call.remove(provider.key());
        return DeleteOpenIdConnectProviderResponse.builder().build();
    }
}
