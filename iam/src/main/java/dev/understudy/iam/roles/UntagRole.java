package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;

/** Removes tags from a role. */
final class UntagRole implements WriteOperation<UntagRoleRequest, UntagRoleResponse> {
    @Override
    public Access access(UntagRoleRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagRole", Roles.FAMILY, input.roleName(), input.tagKeys(), call);
    }

    @Override
    public UntagRoleResponse execute(UntagRoleRequest input, WritingCall call) {
        Tagging.untag(Roles.FAMILY, input.roleName(), input.tagKeys(), true, call);
        return UntagRoleResponse.builder().build();
    }
}
