package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DisablePolicyTypeRequest;
import software.amazon.awssdk.services.organizations.model.DisablePolicyTypeResponse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Disables a type of policy, and detaches all of that type; they are not deleted. */
final class DisablePolicyType
        implements WriteOperation<DisablePolicyTypeRequest, DisablePolicyTypeResponse> {
    @Override
    public Access access(DisablePolicyTypeRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("DisablePolicyType", input.rootId(), call)
                        .with("organizations:PolicyType", input.policyTypeAsString()));
    }

    @Override
    public DisablePolicyTypeResponse execute(DisablePolicyTypeRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        String type = input.policyTypeAsString();
        if (!view.root().id().equals(input.rootId())) {
            throw OrganizationsErrors.missing(ErrorCode.ROOT_NOT_FOUND, "a root");
        }
        Targets.requireEnabled(view, type);
        Set<String> types = new LinkedHashSet<>(view.organization().policyTypes());
        types.remove(type);
        call.put(view.organization().withPolicyTypes(types));
        for (OrganizationNode node : view.nodes()) {
            List<String> policies = new ArrayList<>(node.policies());
            policies.removeAll(PolicyTypes.ofType(view, node.policies(), type));
            call.put(node.withPolicies(policies));
        }
        return DisablePolicyTypeResponse.builder().root(After.root(call, view, types)).build();
    }
}
