package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryResponse;

/** Sets the permissions boundary of a role. */
final class PutRolePermissionsBoundary
        implements WriteOperation<
                PutRolePermissionsBoundaryRequest, PutRolePermissionsBoundaryResponse> {
    @Override
    public Access access(PutRolePermissionsBoundaryRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY
                        .check("iam:PutRolePermissionsBoundary", input.roleName(), call)
                        .with("iam:PermissionsBoundary", input.permissionsBoundary()));
    }

    @Override
    public PutRolePermissionsBoundaryResponse execute(
            PutRolePermissionsBoundaryRequest input, WritingCall call) {
        Boundaries.put(Roles.FAMILY, input.roleName(), input.permissionsBoundary(), call);
        return PutRolePermissionsBoundaryResponse.builder().build();
    }
}
