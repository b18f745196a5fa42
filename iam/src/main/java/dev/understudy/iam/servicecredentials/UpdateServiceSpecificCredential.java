package dev.understudy.iam.servicecredentials;

import dev.understudy.iam.patterns.Statuses;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialResponse;

/** Makes a service-specific credential usable, or not. */
final class UpdateServiceSpecificCredential
        implements WriteOperation<
                UpdateServiceSpecificCredentialRequest, UpdateServiceSpecificCredentialResponse> {
    @Override
    public Access access(UpdateServiceSpecificCredentialRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServiceCredentials.check(
                        "iam:UpdateServiceSpecificCredential",
                        input.userName(),
                        input.serviceSpecificCredentialId(),
                        call));
    }

    @Override
    public UpdateServiceSpecificCredentialResponse execute(
            UpdateServiceSpecificCredentialRequest input, WritingCall call) {
        call.put(
                ServiceCredentials.get(input.userName(), input.serviceSpecificCredentialId(), call)
                        .withStatus(Statuses.settable(input.statusAsString())));
        return UpdateServiceSpecificCredentialResponse.builder().build();
    }
}
