package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.DescribedUser;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetGroupRequest;
import software.amazon.awssdk.services.iam.model.GetGroupResponse;

/** Tells of a group and, by pages, of its members. */
final class GetGroup implements ReadOperation<GetGroupRequest, GetGroupResponse> {

    @Override
    public Access access(GetGroupRequest input, AuthenticatedCall call) {
        return Access.permission(Groups.FAMILY.check("iam:GetGroup", input.groupName(), call));
    }

    @Override
    public GetGroupResponse execute(GetGroupRequest input, AuthorizedCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        Paging.Page<User> page =
                Paging.page(
                        call.account().membersOf(group.id()),
                        User::name,
                        input.maxItems(),
                        input.marker());
        return GetGroupResponse.builder()
                .group(DescribedGroup.of(call.account(), group))
                .users(page.map(user -> DescribedUser.listed(call.account(), user)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
