package dev.understudy.iam.servercertificates;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateResponse;

/** Removes tags from a server certificate. */
final class UntagServerCertificate
        implements WriteOperation<UntagServerCertificateRequest, UntagServerCertificateResponse> {
    @Override
    public Access access(UntagServerCertificateRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagServerCertificate",
                ServerCertificates.FAMILY,
                input.serverCertificateName(),
                input.tagKeys(),
                call);
    }

    @Override
    public UntagServerCertificateResponse execute(
            UntagServerCertificateRequest input, WritingCall call) {
        Tagging.untag(
                ServerCertificates.FAMILY,
                input.serverCertificateName(),
                input.tagKeys(),
                false,
                call);
        return UntagServerCertificateResponse.builder().build();
    }
}
