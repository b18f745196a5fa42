package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;

/** Tags a user. */
final class TagUser implements WriteOperation<TagUserRequest, TagUserResponse> {
    @Override
    public Access access(TagUserRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess("iam:TagUser", Users.FAMILY, input.userName(), input.tags(), call);
    }

    @Override
    public TagUserResponse execute(TagUserRequest input, WritingCall call) {
        Tagging.tag(Users.FAMILY, input.userName(), input.tags(), true, call);
        return TagUserResponse.builder().build();
    }
}
