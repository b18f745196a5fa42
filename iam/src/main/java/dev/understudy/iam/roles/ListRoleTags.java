package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a role. */
final class ListRoleTags implements ReadOperation<ListRoleTagsRequest, ListRoleTagsResponse> {
    @Override
    public Access access(ListRoleTagsRequest input, AuthenticatedCall call) {
        return Access.permission(Roles.FAMILY.check("iam:ListRoleTags", input.roleName(), call));
    }

    @Override
    public ListRoleTagsResponse execute(ListRoleTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        Roles.FAMILY.get(call.account(), input.roleName()).tags(),
                        input.maxItems(),
                        input.marker());
        return ListRoleTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
