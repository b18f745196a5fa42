package dev.understudy.iam.users;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyResponse;

/** Deletes an inline policy of a user. */
final class DeleteUserPolicy
        implements WriteOperation<DeleteUserPolicyRequest, DeleteUserPolicyResponse> {
    @Override
    public Access access(DeleteUserPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.policyCheck("iam:DeleteUserPolicy", input.userName(), call));
    }

    @Override
    public DeleteUserPolicyResponse execute(DeleteUserPolicyRequest input, WritingCall call) {
        InlinePolicies.delete(Users.FAMILY, input.userName(), input.policyName(), call);
        return DeleteUserPolicyResponse.builder().build();
    }
}
