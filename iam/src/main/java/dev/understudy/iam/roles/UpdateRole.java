package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/**
 * Changes a role's description and the limit of its sessions; what is not given stays. Of a
 * service-linked role only the description can be changed.
 */
final class UpdateRole implements WriteOperation<UpdateRoleRequest, UpdateRoleResponse> {
    @Override
    public Access access(UpdateRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:UpdateRole", input.roleName(), call));
    }

    @Override
    public UpdateRoleResponse execute(UpdateRoleRequest input, WritingCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        if (input.maxSessionDuration() != null) {
            Roles.FAMILY.requireModifiable(role);
            role = role.withMaxSessionDurationSeconds(input.maxSessionDuration());
        }
        if (input.description() != null) {
            role = role.withDescription(input.description());
        }
        call.put(role);
        return UpdateRoleResponse.builder().build();
    }
}
