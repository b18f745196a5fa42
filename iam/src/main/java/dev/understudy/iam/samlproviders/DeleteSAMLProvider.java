package dev.understudy.iam.samlproviders;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderResponse;

/** Forgets a SAML provider. Roles that trust it stay as they are. */
final class DeleteSAMLProvider
        implements WriteOperation<DeleteSamlProviderRequest, DeleteSamlProviderResponse> {
    @Override
    public Access access(DeleteSamlProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                SamlProviders.FAMILY.check(
                        "iam:DeleteSAMLProvider", input.samlProviderArn(), call));
    }

    @Override
    public DeleteSamlProviderResponse execute(DeleteSamlProviderRequest input, WritingCall call) {
        call.remove(SamlProviders.FAMILY.get(call.account(), input.samlProviderArn()).key());
        return DeleteSamlProviderResponse.builder().build();
    }
}
