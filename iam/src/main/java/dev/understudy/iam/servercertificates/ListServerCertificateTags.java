package dev.understudy.iam.servercertificates;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a server certificate. */
final class ListServerCertificateTags
        implements ReadOperation<
                ListServerCertificateTagsRequest, ListServerCertificateTagsResponse> {
    @Override
    public Access access(ListServerCertificateTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                ServerCertificates.FAMILY.check(
                        "iam:ListServerCertificateTags", input.serverCertificateName(), call));
    }

    @Override
    public ListServerCertificateTagsResponse execute(
            ListServerCertificateTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        ServerCertificates.FAMILY
                                .get(call.account(), input.serverCertificateName())
                                .tags(),
                        input.maxItems(),
                        input.marker());
        return ListServerCertificateTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
