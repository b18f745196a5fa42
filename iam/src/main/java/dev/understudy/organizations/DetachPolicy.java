package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DetachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.DetachPolicyResponse;

import java.util.ArrayList;
import java.util.List;

/** Detaches a policy, unless it is the last of its type or the one that AWS keeps there. */
final class DetachPolicy implements WriteOperation<DetachPolicyRequest, DetachPolicyResponse> {
    @Override
    public Access access(DetachPolicyRequest input, AuthenticatedCall call) {
        return Arns.attachment("DetachPolicy", input.policyId(), input.targetId(), call);
    }

    @Override
    public DetachPolicyResponse execute(DetachPolicyRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationPolicy policy = PolicyNames.find(view, input.policyId());
        OrganizationNode target = Targets.find(view, input.targetId());
        if (!target.policies().contains(policy.id())) {
            throw OrganizationsErrors.because(
                    ErrorCode.POLICY_NOT_ATTACHED,
                    "The policy isn't attached to the specified target in the specified root.");
        }
        if (policy.madeByAws() && policy.type().equals(OrganizationPolicy.RESOURCE_CONTROL)) {
            throw OrganizationsErrors.invalid(
                    "NON_DETACHABLE_POLICY", "You can't detach this AWS managed policy.");
        }
        if (PolicyTypes.ofType(view, target.policies(), policy.type()).size() == 1) {
            throw OrganizationsErrors.constraint(
                    "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                    "You cannot remove the last policy attached to the specified target. You must"
                            + " have at least one attached at all times.");
        }
        List<String> policies = new ArrayList<>(target.policies());
        policies.remove(policy.id());
        call.put(target.withPolicies(policies));
        return DetachPolicyResponse.builder().build();
    }
}
