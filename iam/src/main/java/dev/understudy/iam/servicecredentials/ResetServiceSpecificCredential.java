package dev.understudy.iam.servicecredentials;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.ServiceCredential;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialResponse;

/** Gives a service-specific credential another secret; the old one is good for nothing then. */
final class ResetServiceSpecificCredential
        implements WriteOperation<
                ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse> {
    private final Keyring keyring;

    ResetServiceSpecificCredential(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(ResetServiceSpecificCredentialRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServiceCredentials.check(
                        "iam:ResetServiceSpecificCredential",
                        input.userName(),
                        input.serviceSpecificCredentialId(),
                        call));
    }

    @Override
    public ResetServiceSpecificCredentialResponse execute(
            ResetServiceSpecificCredentialRequest input, WritingCall call) {
        ServiceCredential credential =
                ServiceCredentials.get(input.userName(), input.serviceSpecificCredentialId(), call);
        String secret =
                CredentialService.of(credential.serviceName())
                        .secret(credential.alias(), call.random());
        ServiceCredential reset =
                credential.withSecret(ServiceCredentials.seal(keyring, credential.id(), secret));
        call.put(reset);
        return ResetServiceSpecificCredentialResponse.builder()
                .serviceSpecificCredential(ServiceCredentials.describe(reset, secret, call))
                .build();
    }
}
