package dev.understudy.iam.servercertificates;

import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;

import java.util.List;

/** Lists the server certificates whose path begins with the prefix. */
final class ListServerCertificates
        implements ReadOperation<ListServerCertificatesRequest, ListServerCertificatesResponse> {
    @Override
    public Access access(ListServerCertificatesRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:ListServerCertificates", "*", call.accountId()));
    }

    @Override
    public ListServerCertificatesResponse execute(
            ListServerCertificatesRequest input, AuthorizedCall call) {
        String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
        List<ServerCertificate> certificates =
                call.account().credentials().serverCertificates().stream()
                        .filter(certificate -> certificate.path().startsWith(prefix))
                        .toList();
        Paging.Page<ServerCertificate> page =
                Paging.page(
                        certificates, ServerCertificate::name, input.maxItems(), input.marker());
        return ListServerCertificatesResponse.builder()
                .serverCertificateMetadataList(
                        page.map(found -> ServerCertificates.describe(call.account(), found)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
