package dev.understudy.iam.instanceprofiles;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateInstanceProfileResponse;

import java.util.Map;

/** Creates an instance profile without a role. */
final class CreateInstanceProfile
        implements WriteOperation<CreateInstanceProfileRequest, CreateInstanceProfileResponse> {

    private static String path(CreateInstanceProfileRequest input) {
        return input.path() == null ? "/" : input.path();
    }

    @Override
    public Access access(CreateInstanceProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of(
                                "iam:CreateInstanceProfile",
                                InstanceProfile.arn(
                                        call.account(), path(input), input.instanceProfileName()),
                                call.accountId())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public CreateInstanceProfileResponse execute(
            CreateInstanceProfileRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        if (call.account().instanceProfile(input.instanceProfileName()) != null) {
            throw EntityAlreadyExists.instanceProfile(input.instanceProfileName());
        }
        Limits.require(
                Quota.INSTANCE_PROFILES_PER_ACCOUNT,
                call.account().instanceProfiles().size() + 1,
                call);
        InstanceProfile profile =
                new InstanceProfile(
                        call.newId("AIPA"),
                        input.instanceProfileName(),
                        path(input),
                        call.now(),
                        tags,
                        null);
        call.put(profile);
        return CreateInstanceProfileResponse.builder()
                .instanceProfile(DescribedProfile.whole(call.account(), call.accounts(), profile))
                .build();
    }
}
