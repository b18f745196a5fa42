package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.roles.Roles;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.AddRoleToInstanceProfileResponse;

/**
 * Puts a role into an instance profile, which holds one. The caller hands the role to EC2 and so
 * must be allowed to pass it.
 */
final class AddRoleToInstanceProfile
        implements WriteOperation<
                AddRoleToInstanceProfileRequest, AddRoleToInstanceProfileResponse> {

    @Override
    public Access access(AddRoleToInstanceProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                InstanceProfiles.FAMILY.check(
                        "iam:AddRoleToInstanceProfile", input.instanceProfileName(), call),
                Check.of(
                                "iam:PassRole",
                                Roles.FAMILY.arn(call.account(), input.roleName()),
                                call.accountId())
                        .with("iam:PassedToService", "ec2.amazonaws.com"));
    }

    @Override
    public AddRoleToInstanceProfileResponse execute(
            AddRoleToInstanceProfileRequest input, WritingCall call) {
        InstanceProfile profile =
                InstanceProfiles.FAMILY.get(call.account(), input.instanceProfileName());
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        Roles.FAMILY.requireModifiable(role);
        Limits.require(
                Quota.INSTANCE_SESSIONS_PER_INSTANCE_PROFILE,
                profile.roleId() == null ? 1 : 2,
                call);
        call.put(profile.withRole(role.id()));
        return AddRoleToInstanceProfileResponse.builder().build();
    }
}
