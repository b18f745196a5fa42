package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DelegatedService;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedServicesForAccountResponse;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Lists the services that a member administers. */
final class ListDelegatedServicesForAccount
        implements ReadOperation<
                ListDelegatedServicesForAccountRequest, ListDelegatedServicesForAccountResponse> {
    @Override
    public Access access(ListDelegatedServicesForAccountRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("ListDelegatedServicesForAccount", input.accountId(), call));
    }

    @Override
    public ListDelegatedServicesForAccountResponse execute(
            ListDelegatedServicesForAccountRequest input, AuthorizedCall call) {
        MemberAccount member = Parents.member(Membership.readable(call), input.accountId());
        if (member.delegations().isEmpty()) {
            throw OrganizationsErrors.because(
                    ErrorCode.ACCOUNT_NOT_REGISTERED,
                    "The specified account is not a delegated administrator for this AWS service.");
        }
        Pages<Map.Entry<String, Instant>> page =
                Pages.of(
                        new TreeMap<>(member.delegations()).entrySet(),
                        Map.Entry::getKey,
                        input.maxResults(),
                        input.nextToken());
        return ListDelegatedServicesForAccountResponse.builder()
                .delegatedServices(
                        page.items().stream()
                                .map(service ->
                                        DelegatedService.builder()
                                                .servicePrincipal(service.getKey())
                                                .delegationEnabledDate(service.getValue())
                                                .build())
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
