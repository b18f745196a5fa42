package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Boundaries;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryResponse;

/** Takes the permissions boundary of a user away. */
final class DeleteUserPermissionsBoundary
        implements WriteOperation<
                DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResponse> {
    @Override
    public Access access(DeleteUserPermissionsBoundaryRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.policyCheck(
                        "iam:DeleteUserPermissionsBoundary", input.userName(), call));
    }

    @Override
    public DeleteUserPermissionsBoundaryResponse execute(
            DeleteUserPermissionsBoundaryRequest input, WritingCall call) {
        Boundaries.delete(Users.FAMILY, input.userName(), call);
        return DeleteUserPermissionsBoundaryResponse.builder().build();
    }
}
