package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyRequest;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyResponse;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;

import java.util.Comparator;
import java.util.List;

/** Lists what a policy is attached to. */
final class ListTargetsForPolicy
        implements ReadOperation<ListTargetsForPolicyRequest, ListTargetsForPolicyResponse> {
    @Override
    public Access access(ListTargetsForPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.policy("ListTargetsForPolicy", input.policyId(), call));
    }

    @Override
    public ListTargetsForPolicyResponse execute(
            ListTargetsForPolicyRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        OrganizationPolicy policy = PolicyNames.find(view, input.policyId());
        List<OrganizationNode> targets =
                view.nodes().stream()
                        .filter(node -> node.policies().contains(policy.id()))
                        .sorted(Comparator.comparing(OrganizationNode::id))
                        .toList();
        Pages<OrganizationNode> page =
                Pages.of(targets, OrganizationNode::id, input.maxResults(), input.nextToken());
        return ListTargetsForPolicyResponse.builder()
                .targets(
                        page.items().stream()
                                .map(node ->
                                        PolicyTargetSummary.builder()
                                                .targetId(node.id())
                                                .arn(view.arn(node))
                                                .name(node.name())
                                                .type(Targets.type(node))
                                                .build())
                                .toList())
                .nextToken(page.nextToken())
                .build();
    }
}
