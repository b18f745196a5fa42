package dev.understudy.iam.servicecredentials;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialResponse;

/** Deletes a service-specific credential. */
final class DeleteServiceSpecificCredential
        implements WriteOperation<
                DeleteServiceSpecificCredentialRequest, DeleteServiceSpecificCredentialResponse> {
    @Override
    public Access access(DeleteServiceSpecificCredentialRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServiceCredentials.check(
                        "iam:DeleteServiceSpecificCredential",
                        input.userName(),
                        input.serviceSpecificCredentialId(),
                        call));
    }

    @Override
    public DeleteServiceSpecificCredentialResponse execute(
            DeleteServiceSpecificCredentialRequest input, WritingCall call) {
        call.remove(
                ServiceCredentials.get(input.userName(), input.serviceSpecificCredentialId(), call)
                        .key());
        return DeleteServiceSpecificCredentialResponse.builder().build();
    }
}
