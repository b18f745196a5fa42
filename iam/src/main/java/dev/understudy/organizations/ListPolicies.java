package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListPoliciesRequest;
import software.amazon.awssdk.services.organizations.model.ListPoliciesResponse;

import java.util.Comparator;
import java.util.List;

/** Lists the policies of a type, AWS's own first. */
final class ListPolicies implements ReadOperation<ListPoliciesRequest, ListPoliciesResponse> {
    @Override
    public Access access(ListPoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.anywhere("ListPolicies", call)
                        .with("organizations:PolicyType", input.filterAsString()));
    }

    @Override
    public ListPoliciesResponse execute(ListPoliciesRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        List<OrganizationPolicy> policies =
                PolicyNames.ofType(view, input.filterAsString()).stream()
                        .sorted(Comparator.comparing(OrganizationPolicy::id))
                        .toList();
        Pages<OrganizationPolicy> page =
                Pages.of(policies, OrganizationPolicy::id, input.maxResults(), input.nextToken());
        return ListPoliciesResponse.builder()
                .policies(
                        page.items().stream()
                                .map(policy -> Described.summary(view, policy))
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
