package dev.understudy.iam.servercertificates;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateResponse;

/** Deletes a server certificate and its private key. */
final class DeleteServerCertificate
        implements WriteOperation<DeleteServerCertificateRequest, DeleteServerCertificateResponse> {
    @Override
    public Access access(DeleteServerCertificateRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServerCertificates.FAMILY.check(
                        "iam:DeleteServerCertificate", input.serverCertificateName(), call));
    }

    @Override
    public DeleteServerCertificateResponse execute(
            DeleteServerCertificateRequest input, WritingCall call) {
        call.remove(
                ServerCertificates.FAMILY.get(call.account(), input.serverCertificateName()).key());
        return DeleteServerCertificateResponse.builder().build();
    }
}
