package dev.understudy.iam.passwords;

import dev.understudy.directory.User;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileResponse;

/** Takes a user's password away. Its access keys stay. */
final class DeleteLoginProfile
        implements WriteOperation<DeleteLoginProfileRequest, DeleteLoginProfileResponse> {
    @Override
    public Access access(DeleteLoginProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check(
                        "iam:DeleteLoginProfile",
                        Users.nameOrCaller(input.userName(), call),
                        call));
    }

    @Override
    public DeleteLoginProfileResponse execute(DeleteLoginProfileRequest input, WritingCall call) {
        User user = CredentialOwner.user(input.userName(), call);
        call.remove(Passwords.get(user, call).key());
        return DeleteLoginProfileResponse.builder().build();
    }
}
