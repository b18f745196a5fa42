package dev.understudy.iam.instanceprofiles;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;

/** Tags an instance profile. */
final class TagInstanceProfile
        implements WriteOperation<TagInstanceProfileRequest, TagInstanceProfileResponse> {
    @Override
    public Access access(TagInstanceProfileRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagInstanceProfile",
                InstanceProfiles.FAMILY,
                input.instanceProfileName(),
                input.tags(),
                call);
    }

    @Override
    public TagInstanceProfileResponse execute(TagInstanceProfileRequest input, WritingCall call) {
        Tagging.tag(
                InstanceProfiles.FAMILY, input.instanceProfileName(), input.tags(), false, call);
        return TagInstanceProfileResponse.builder().build();
    }
}
