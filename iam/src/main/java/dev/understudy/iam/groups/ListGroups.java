package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListGroupsRequest;
import software.amazon.awssdk.services.iam.model.ListGroupsResponse;

import java.util.List;

/** Lists the groups whose path begins with the prefix. */
final class ListGroups implements ReadOperation<ListGroupsRequest, ListGroupsResponse> {

    @Override
    public Access access(ListGroupsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                        "iam:ListGroups",
                        Group.arn(call.account(), prefix(input), ""),
                        call.accountId()));
    }

    @Override
    public ListGroupsResponse execute(ListGroupsRequest input, AuthorizedCall call) {
        List<Group> groups =
                call.account().groups().stream()
                        .filter(group -> group.path().startsWith(prefix(input)))
                        .toList();
        Paging.Page<Group> page =
                Paging.page(groups, Group::name, input.maxItems(), input.marker());
        return ListGroupsResponse.builder()
                .groups(page.map(group -> DescribedGroup.of(call.account(), group)))
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    private static String prefix(ListGroupsRequest input) {
        return input.pathPrefix() == null ? "/" : input.pathPrefix();
    }
}
