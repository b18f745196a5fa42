package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteInstanceProfileResponse;

/** Deletes an instance profile that has no role left. */
final class DeleteInstanceProfile
        implements WriteOperation<DeleteInstanceProfileRequest, DeleteInstanceProfileResponse> {

    @Override
    public Access access(DeleteInstanceProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                InstanceProfiles.FAMILY.check(
                        "iam:DeleteInstanceProfile", input.instanceProfileName(), call));
    }

    @Override
    public DeleteInstanceProfileResponse execute(
            DeleteInstanceProfileRequest input, WritingCall call) {
        InstanceProfile profile =
                InstanceProfiles.FAMILY.get(call.account(), input.instanceProfileName());
        if (profile.roleId() != null) {
            throw DeleteConflict.profilesOfRole();
        }
        call.remove(profile.key());
        return DeleteInstanceProfileResponse.builder().build();
    }
}
