package dev.understudy.iam.groups;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyResponse;

/** Deletes an inline policy of a group. */
final class DeleteGroupPolicy
        implements WriteOperation<DeleteGroupPolicyRequest, DeleteGroupPolicyResponse> {
    @Override
    public Access access(DeleteGroupPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.policyCheck("iam:DeleteGroupPolicy", input.groupName(), call));
    }

    @Override
    public DeleteGroupPolicyResponse execute(DeleteGroupPolicyRequest input, WritingCall call) {
        InlinePolicies.delete(Groups.FAMILY, input.groupName(), input.policyName(), call);
        return DeleteGroupPolicyResponse.builder().build();
    }
}
