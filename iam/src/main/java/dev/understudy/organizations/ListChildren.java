package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.directory.OrganizationalUnit;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.Child;
import software.amazon.awssdk.services.organizations.model.ListChildrenRequest;
import software.amazon.awssdk.services.organizations.model.ListChildrenResponse;

import java.util.List;

/** Lists the ids of the units or accounts directly below the root or a unit. */
final class ListChildren implements ReadOperation<ListChildrenRequest, ListChildrenResponse> {
    @Override
    public Access access(ListChildrenRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.node("ListChildren", input.parentId(), call));
    }

    @Override
    public ListChildrenResponse execute(ListChildrenRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationNode parent = Parents.find(view, input.parentId());
        String type = input.childTypeAsString();
        List<String> ids =
                type.equals("ACCOUNT")
                        ? Parents.members(view, parent.id()).stream()
                                .map(MemberAccount::id)
                                .toList()
                        : Parents.units(view, parent.id()).stream()
                                .map(OrganizationalUnit::id)
                                .toList();
        Pages<String> page = Pages.of(ids, id -> id, input.maxResults(), input.nextToken());
        return ListChildrenResponse.builder()
                .children(
                        page.items().stream()
                                .map(id -> Child.builder().id(id).type(type).build())
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
