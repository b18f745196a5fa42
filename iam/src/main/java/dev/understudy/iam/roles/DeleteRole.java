package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;

/**
 * Deletes a role that is in no instance profile and has no policies left. Its sessions end with it.
 */
final class DeleteRole implements WriteOperation<DeleteRoleRequest, DeleteRoleResponse> {
    @Override
    public Access access(DeleteRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:DeleteRole", input.roleName(), call));
    }

    @Override
    public DeleteRoleResponse execute(DeleteRoleRequest input, WritingCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        Roles.FAMILY.requireModifiable(role);
        if (call.account().instanceProfiles().stream()
                .anyMatch(p -> role.id().equals(p.roleId()))) {
            throw DeleteConflict.profilesOfRole();
        }
        if (!role.attachedPolicies().isEmpty()) {
            throw DeleteConflict.attachedPolicies();
        }
        if (!role.inlinePolicies().isEmpty()) {
            throw DeleteConflict.inlinePolicies();
        }
        call.remove(role.key());
        return DeleteRoleResponse.builder().build();
    }
}
