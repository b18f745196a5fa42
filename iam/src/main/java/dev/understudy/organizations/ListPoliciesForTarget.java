package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListPoliciesForTargetRequest;
import software.amazon.awssdk.services.organizations.model.ListPoliciesForTargetResponse;

import java.util.Comparator;
import java.util.List;

/** Lists the policies of a type that are attached to a root, unit or account itself. */
final class ListPoliciesForTarget
        implements ReadOperation<ListPoliciesForTargetRequest, ListPoliciesForTargetResponse> {
    @Override
    public Access access(ListPoliciesForTargetRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("ListPoliciesForTarget", input.targetId(), call)
                        .with("organizations:PolicyType", input.filterAsString()));
    }

    @Override
    public ListPoliciesForTargetResponse execute(
            ListPoliciesForTargetRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationNode target = Targets.find(view, input.targetId());
        List<OrganizationPolicy> policies =
                PolicyNames.ofType(view, input.filterAsString()).stream()
                        .filter(policy -> target.policies().contains(policy.id()))
                        .sorted(Comparator.comparing(OrganizationPolicy::id))
                        .toList();
        Pages<OrganizationPolicy> page =
                Pages.of(policies, OrganizationPolicy::id, input.maxResults(), input.nextToken());
        return ListPoliciesForTargetResponse.builder()
                .policies(
                        page.items().stream()
                                .map(policy -> Described.summary(view, policy))
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
