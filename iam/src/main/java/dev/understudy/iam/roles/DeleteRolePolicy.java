package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;

/** Deletes an inline policy of a role. */
final class DeleteRolePolicy
        implements WriteOperation<DeleteRolePolicyRequest, DeleteRolePolicyResponse> {
    @Override
    public Access access(DeleteRolePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:DeleteRolePolicy", input.roleName(), call));
    }

    @Override
    public DeleteRolePolicyResponse execute(DeleteRolePolicyRequest input, WritingCall call) {
        InlinePolicies.delete(Roles.FAMILY, input.roleName(), input.policyName(), call);
        return DeleteRolePolicyResponse.builder().build();
    }
}
