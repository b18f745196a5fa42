package dev.understudy.organizations;

import dev.understudy.directory.OrganizationNode;
import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.AttachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.AttachPolicyResponse;

import java.util.ArrayList;
import java.util.List;

/** Attaches a policy to a root, unit or account; it limits from then on. */
final class AttachPolicy implements WriteOperation<AttachPolicyRequest, AttachPolicyResponse> {
    @Override
    public Access access(AttachPolicyRequest input, AuthenticatedCall call) {
        return Arns.attachment("AttachPolicy", input.policyId(), input.targetId(), call);
    }

    @Override
    public AttachPolicyResponse execute(AttachPolicyRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationPolicy policy = PolicyNames.find(view, input.policyId());
        OrganizationNode target = Targets.find(view, input.targetId());
        Targets.requireEnabled(view, policy.type());
        if (target.policies().contains(policy.id())) {
            throw OrganizationsErrors.because(
                    ErrorCode.DUPLICATE_POLICY_ATTACHMENT,
                    "The selected policy is already attached to the specified target.");
        }
        int attached = PolicyTypes.ofType(view, target.policies(), policy.type()).size();
        if (attached >= PolicyTypes.MOST_ATTACHED) {
            throw OrganizationsErrors.constraint(
                    "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                    "You have attached the maximum number of policies to this target.");
        }
        List<String> policies = new ArrayList<>(target.policies());
        policies.add(policy.id());
        call.put(target.withPolicies(policies));
        return AttachPolicyResponse.builder().build();
    }
}
