package dev.understudy.iam.servercertificates;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.TagServerCertificateResponse;

/** Tags a server certificate. */
final class TagServerCertificate
        implements WriteOperation<TagServerCertificateRequest, TagServerCertificateResponse> {
    @Override
    public Access access(TagServerCertificateRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagServerCertificate",
                ServerCertificates.FAMILY,
                input.serverCertificateName(),
                input.tags(),
                call);
    }

    @Override
    public TagServerCertificateResponse execute(
            TagServerCertificateRequest input, WritingCall call) {
        Tagging.tag(
                ServerCertificates.FAMILY,
                input.serverCertificateName(),
                input.tags(),
                false,
                call);
        return TagServerCertificateResponse.builder().build();
    }
}
