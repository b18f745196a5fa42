package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a user. */
final class ListUserTags implements ReadOperation<ListUserTagsRequest, ListUserTagsResponse> {
    @Override
    public Access access(ListUserTagsRequest input, AuthenticatedCall call) {
        return Access.permission(Users.FAMILY.check("iam:ListUserTags", input.userName(), call));
    }

    @Override
    public ListUserTagsResponse execute(ListUserTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        Users.FAMILY.get(call.account(), input.userName()).tags(),
                        input.maxItems(),
                        input.marker());
        return ListUserTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
