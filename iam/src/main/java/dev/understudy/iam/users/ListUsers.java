package dev.understudy.iam.users;

import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;

import java.util.List;

/** Lists the users whose path begins with the prefix, without tags and boundaries. */
final class ListUsers implements ReadOperation<ListUsersRequest, ListUsersResponse> {
    @Override
    public Access access(ListUsersRequest input, AuthenticatedCall call) {
        String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
        return Access.permission(
                Check.of("iam:ListUsers", User.arn(call.account(), prefix, ""), call.accountId()));
    }

    @Override
    public ListUsersResponse execute(ListUsersRequest input, AuthorizedCall call) {
        String prefix = input.pathPrefix() == null ? "/" : input.pathPrefix();
        List<User> users =
                call.account().users().stream().filter(u -> u.path().startsWith(prefix)).toList();
        Paging.Page<User> page = Paging.page(users, User::name, input.maxItems(), input.marker());
        return ListUsersResponse.builder()
                .users(page.map(user -> DescribedUser.listed(call.account(), user)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
