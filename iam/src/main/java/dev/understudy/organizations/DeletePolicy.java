package dev.understudy.organizations;

import dev.understudy.directory.OrganizationPolicy;
import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.DeletePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DeletePolicyResponse;

/** Deletes a policy that is attached to nothing. */
final class DeletePolicy implements WriteOperation<DeletePolicyRequest, DeletePolicyResponse> {
    @Override
    public Access access(DeletePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.policy("DeletePolicy", input.policyId(), call));
    }

    @Override
    public DeletePolicyResponse execute(DeletePolicyRequest input, WritingCall call) {
        OrganizationView view = Membership.managed(call);
        OrganizationPolicy policy = PolicyNames.findOwn(view, input.policyId());
        if (view.nodes().stream().anyMatch(node -> node.policies().contains(policy.id()))) {
            throw OrganizationsErrors.because(
                    ErrorCode.POLICY_IN_USE,
                    "The policy is attached to one or more entities. You must detach it from all"
                            + " roots, OUs, and accounts before performing this operation.");
        }
        call.remove(policy.key());
        return DeletePolicyResponse.builder().build();
    }
}
