package dev.understudy.iam.instanceprofiles;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of an instance profile. */
final class ListInstanceProfileTags
        implements ReadOperation<ListInstanceProfileTagsRequest, ListInstanceProfileTagsResponse> {
    @Override
    public Access access(ListInstanceProfileTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                InstanceProfiles.FAMILY.check(
                        "iam:ListInstanceProfileTags", input.instanceProfileName(), call));
    }

    @Override
    public ListInstanceProfileTagsResponse execute(
            ListInstanceProfileTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        InstanceProfiles.FAMILY
                                .get(call.account(), input.instanceProfileName())
                                .tags(),
                        input.maxItems(),
                        input.marker());
        return ListInstanceProfileTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
