package dev.understudy.iam.instanceprofiles;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;

/** Removes tags from an instance profile. */
final class UntagInstanceProfile
        implements WriteOperation<UntagInstanceProfileRequest, UntagInstanceProfileResponse> {
    @Override
    public Access access(UntagInstanceProfileRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagInstanceProfile",
                InstanceProfiles.FAMILY,
                input.instanceProfileName(),
                input.tagKeys(),
                call);
    }

    @Override
    public UntagInstanceProfileResponse execute(
            UntagInstanceProfileRequest input, WritingCall call) {
        Tagging.untag(
                InstanceProfiles.FAMILY, input.instanceProfileName(), input.tagKeys(), false, call);
        return UntagInstanceProfileResponse.builder().build();
    }
}
