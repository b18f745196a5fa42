package dev.understudy.iam.policies;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyResponse;

/**
 * Deletes a managed policy that is attached to nobody, bounds nobody, and has no other versions
 * left.
 */
final class DeletePolicy implements WriteOperation<DeletePolicyRequest, DeletePolicyResponse> {

    @Override
    public Access access(DeletePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:DeletePolicy", input.policyArn(), call));
    }

    @Override
    public DeletePolicyResponse execute(DeletePolicyRequest input, WritingCall call) {
        ManagedPolicy policy =
                Policies.changeable(
                        call.account(),
                        input.policyArn(),
                        "Cannot delete policies outside your own account.");
        if (call.account().attachmentCount(input.policyArn())
                        + call.account().boundaryUseCount(input.policyArn())
                > 0) {
            throw DeleteConflict.policyInUse();
        }
        if (policy.versions().size() > 1) {
            throw DeleteConflict.policyVersions();
        }
        call.remove(policy.key());
        return DeletePolicyResponse.builder().build();
    }
}
