package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;

/** Lists the accounts of the organization. */
final class ListAccounts implements ReadOperation<ListAccountsRequest, ListAccountsResponse> {
    @Override
    public Access access(ListAccountsRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("ListAccounts", call));
    }

    @Override
    public ListAccountsResponse execute(ListAccountsRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        Pages<MemberAccount> page =
                Pages.of(view.members(), MemberAccount::id, input.maxResults(), input.nextToken());
        return ListAccountsResponse.builder()
                .accounts(
                        page.items().stream()
                                .map(member -> Described.account(view, member))
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
