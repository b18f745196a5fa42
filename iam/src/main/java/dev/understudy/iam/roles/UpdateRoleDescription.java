package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleDescriptionResponse;

/**
 * Changes a role's description and answers with the role; the one change that a service-linked role
 * allows.
 */
final class UpdateRoleDescription
        implements WriteOperation<UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse> {
    @Override
    public Access access(UpdateRoleDescriptionRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:UpdateRoleDescription", input.roleName(), call));
    }

    @Override
    public UpdateRoleDescriptionResponse execute(
            UpdateRoleDescriptionRequest input, WritingCall call) {
        Role role =
                Roles.FAMILY
                        .get(call.account(), input.roleName())
                        .withDescription(input.description());
        call.put(role);
        return UpdateRoleDescriptionResponse.builder()
                .role(DescribedRole.listed(call.account(), call.accounts(), role))
                .build();
    }
}
