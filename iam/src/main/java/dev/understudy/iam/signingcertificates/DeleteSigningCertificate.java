package dev.understudy.iam.signingcertificates;

import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteSigningCertificateResponse;

/** Deletes a signing certificate. */
final class DeleteSigningCertificate
        implements WriteOperation<
                DeleteSigningCertificateRequest, DeleteSigningCertificateResponse> {
    @Override
    public Access access(DeleteSigningCertificateRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:DeleteSigningCertificate", input.userName(), call));
    }

    @Override
    public DeleteSigningCertificateResponse execute(
            DeleteSigningCertificateRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        call.remove(SigningCertificates.get(ownerId, input.certificateId(), call).key());
        return DeleteSigningCertificateResponse.builder().build();
    }
}
