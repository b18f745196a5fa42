package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/** Removes tags from a user. */
final class UntagUser implements WriteOperation<UntagUserRequest, UntagUserResponse> {
    @Override
    public Access access(UntagUserRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagUser", Users.FAMILY, input.userName(), input.tagKeys(), call);
    }

    @Override
    public UntagUserResponse execute(UntagUserRequest input, WritingCall call) {
        Tagging.untag(Users.FAMILY, input.userName(), input.tagKeys(), true, call);
        return UntagUserResponse.builder().build();
    }
}
