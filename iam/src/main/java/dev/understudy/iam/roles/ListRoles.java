package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;

import java.util.List;

/** Lists the roles whose path begins with the prefix, without tags and boundaries. */
final class ListRoles implements ReadOperation<ListRolesRequest, ListRolesResponse> {
    @Override
    public Access access(ListRolesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:ListRoles",
                        Role.arn(call.account(), prefix(input), ""),
                        call.accountId()));
    }

    @Override
    public ListRolesResponse execute(ListRolesRequest input, AuthorizedCall call) {
        List<Role> roles =
                call.account().roles().stream()
                        .filter(role -> role.path().startsWith(prefix(input)))
                        .toList();
        Paging.Page<Role> page = Paging.page(roles, Role::name, input.maxItems(), input.marker());
        return ListRolesResponse.builder()
                .roles(
                        page.map(role ->
                                DescribedRole.listed(call.account(), call.accounts(), role)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static String prefix(ListRolesRequest input) {
        return input.pathPrefix() == null ? "/" : input.pathPrefix();
    }
}
