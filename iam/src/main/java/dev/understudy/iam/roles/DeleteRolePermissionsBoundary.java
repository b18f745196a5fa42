package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryResponse;

/** Takes the permissions boundary of a role away. */
final class DeleteRolePermissionsBoundary
        implements WriteOperation<
                DeleteRolePermissionsBoundaryRequest, DeleteRolePermissionsBoundaryResponse> {
    @Override
    public Access access(DeleteRolePermissionsBoundaryRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck(
                        "iam:DeleteRolePermissionsBoundary", input.roleName(), call));
    }

    @Override
    public DeleteRolePermissionsBoundaryResponse execute(
            DeleteRolePermissionsBoundaryRequest input, WritingCall call) {
        Boundaries.delete(Roles.FAMILY, input.roleName(), call);
        return DeleteRolePermissionsBoundaryResponse.builder().build();
    }
}
