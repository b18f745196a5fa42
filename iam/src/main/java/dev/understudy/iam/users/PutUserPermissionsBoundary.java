package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryResponse;

/** Sets the permissions boundary of a user. */
final class PutUserPermissionsBoundary
        implements WriteOperation<
                PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResponse> {
    @Override
    public Access access(PutUserPermissionsBoundaryRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY
                        .check("iam:PutUserPermissionsBoundary", input.userName(), call)
                        .with("iam:PermissionsBoundary", input.permissionsBoundary()));
    }

    @Override
    public PutUserPermissionsBoundaryResponse execute(
            PutUserPermissionsBoundaryRequest input, WritingCall call) {
        Boundaries.put(Users.FAMILY, input.userName(), input.permissionsBoundary(), call);
        return PutUserPermissionsBoundaryResponse.builder().build();
    }
}
