package dev.understudy.iam.servercertificates;

import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateResponse;

/** Tells a server certificate and its chain, never its private key. */
final class GetServerCertificate
        implements ReadOperation<GetServerCertificateRequest, GetServerCertificateResponse> {
    @Override
    public Access access(GetServerCertificateRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServerCertificates.FAMILY.check(
                        "iam:GetServerCertificate", input.serverCertificateName(), call));
    }

    @Override
    public GetServerCertificateResponse execute(
            GetServerCertificateRequest input, AuthorizedCall call) {
        ServerCertificate found =
                ServerCertificates.FAMILY.get(call.account(), input.serverCertificateName());
        return GetServerCertificateResponse.builder()
                .serverCertificate(told ->
                        told.serverCertificateMetadata(
                                        ServerCertificates.describe(call.account(), found))
                                .certificateBody(found.body())
                                .certificateChain(found.chain())
                                .tags(Tagging.listOrAbsent(found.tags())))
                .build();
    }
}
