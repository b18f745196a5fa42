package dev.understudy.iam.signingcertificates;

import dev.understudy.iam.patterns.Statuses;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateSigningCertificateResponse;

/** Makes a signing certificate usable, or not. */
final class UpdateSigningCertificate
        implements WriteOperation<
                UpdateSigningCertificateRequest, UpdateSigningCertificateResponse> {
    @Override
    public Access access(UpdateSigningCertificateRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:UpdateSigningCertificate", input.userName(), call));
    }

    @Override
    public UpdateSigningCertificateResponse execute(
            UpdateSigningCertificateRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        call.put(
                SigningCertificates.get(ownerId, input.certificateId(), call)
                        .withStatus(Statuses.settable(input.statusAsString())));
        return UpdateSigningCertificateResponse.builder().build();
    }
}
