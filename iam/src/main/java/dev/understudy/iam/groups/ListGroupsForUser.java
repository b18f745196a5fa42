package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListGroupsForUserRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsForUserResponse;

import java.util.List;

/** Lists the groups that a user is in. */
final class ListGroupsForUser
        implements ReadOperation<ListGroupsForUserRequest, ListGroupsForUserResponse> {

    @Override
    public Access access(ListGroupsForUserRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:ListGroupsForUser", input.userName(), call));
    }

    @Override
    public ListGroupsForUserResponse execute(ListGroupsForUserRequest input, AuthorizedCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        List<Group> groups =
                call.account().groups().stream()
                        .filter(group -> user.groups().contains(group.id()))
                        .toList();
        Paging.Page<Group> page =
                Paging.page(groups, Group::name, input.maxItems(), input.marker());
        return ListGroupsForUserResponse.builder()
                .groups(page.map(group -> DescribedGroup.of(call.account(), group)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
