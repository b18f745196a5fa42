package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;

/** Lists the accounts directly below the root or a unit. */
final class ListAccountsForParent
        implements ReadOperation<ListAccountsForParentRequest, ListAccountsForParentResponse> {
    @Override
    public Access access(ListAccountsForParentRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.node("ListAccountsForParent", input.parentId(), call));
    }

    @Override
    public ListAccountsForParentResponse execute(
            ListAccountsForParentRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationNode parent = Parents.find(view, input.parentId());
        Pages<MemberAccount> page =
                Pages.of(
                        Parents.members(view, parent.id()),
                        MemberAccount::id,
                        input.maxResults(),
                        input.nextToken());
        return ListAccountsForParentResponse.builder()
                .accounts(
                        page.items().stream()
                                .map(member -> Described.account(view, member))
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
