package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Role;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.roles.Roles;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.RemoveRoleFromInstanceProfileResponse;

/** Takes the role out of an instance profile. */
final class RemoveRoleFromInstanceProfile
        implements WriteOperation<
                RemoveRoleFromInstanceProfileRequest, RemoveRoleFromInstanceProfileResponse> {

    @Override
    public Access access(RemoveRoleFromInstanceProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                InstanceProfiles.FAMILY.check(
                        "iam:RemoveRoleFromInstanceProfile", input.instanceProfileName(), call));
    }

    @Override
    public RemoveRoleFromInstanceProfileResponse execute(
            RemoveRoleFromInstanceProfileRequest input, WritingCall call) {
        InstanceProfile profile =
                InstanceProfiles.FAMILY.get(call.account(), input.instanceProfileName());
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        if (!role.id().equals(profile.roleId())) {
            throw NoSuchEntity.roleInProfile(role.name(), profile.name());
        }
        call.put(profile.withRole(null));
        return RemoveRoleFromInstanceProfileResponse.builder().build();
    }
}
