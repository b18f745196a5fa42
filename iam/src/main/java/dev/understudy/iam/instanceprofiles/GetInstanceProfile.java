package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.GetInstanceProfileResponse;

/** Tells of an instance profile. */
final class GetInstanceProfile
        implements ReadOperation<GetInstanceProfileRequest, GetInstanceProfileResponse> {

    @Override
    public Access access(GetInstanceProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                InstanceProfiles.FAMILY.check(
                        "iam:GetInstanceProfile", input.instanceProfileName(), call));
    }

    @Override
    public GetInstanceProfileResponse execute(
            GetInstanceProfileRequest input, AuthorizedCall call) {
        InstanceProfile profile =
                InstanceProfiles.FAMILY.get(call.account(), input.instanceProfileName());
        return GetInstanceProfileResponse.builder()
                .instanceProfile(DescribedProfile.whole(call.account(), call.accounts(), profile))
                .build();
    }
}
