package dev.understudy.organizations;

import dev.understudy.directory.MemberAccount;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;

import java.time.Instant;
import java.util.List;

/** Lists the members that administer a service, or any. */
final class ListDelegatedAdministrators
        implements ReadOperation<
                ListDelegatedAdministratorsRequest, ListDelegatedAdministratorsResponse> {
    @Override
    public Access access(ListDelegatedAdministratorsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.anywhere("ListDelegatedAdministrators", call)
                        .with("organizations:ServicePrincipal", input.servicePrincipal()));
    }

    @Override
    public ListDelegatedAdministratorsResponse execute(
            ListDelegatedAdministratorsRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        String service = input.servicePrincipal();
        List<MemberAccount> members =
                view.members().stream()
                        .filter(member ->
                                service == null
                                        ? !member.delegations().isEmpty()
                                        : member.delegations().containsKey(service))
                        .toList();
        Pages<MemberAccount> page =
                Pages.of(members, MemberAccount::id, input.maxResults(), input.nextToken());
        return ListDelegatedAdministratorsResponse.builder()
                .delegatedAdministrators(
                        page.items().stream()
                                .map(member -> described(view, member, service))
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static DelegatedAdministrator described(
            OrganizationView view, MemberAccount member, @Nullable String service) {
        Instant since =
                service == null
                        ? member.delegations().values().stream()
                                .min(Instant::compareTo)
                                .orElse(null)
                        : member.delegations().get(service);
        return DelegatedAdministrator.builder()
                .id(member.id())
                .arn(view.arn(member))
                .email(member.email())
                .name(member.name())
                .status("ACTIVE")
                .joinedMethod(member.joinedMethod())
                .joinedTimestamp(member.joined())
                .delegationEnabledDate(since)
                .build();
    }
}
