package dev.understudy.iam.passwords;

import dev.understudy.directory.User;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;

/** Tells whether a user has a password, and since when. */
final class GetLoginProfile
        implements ReadOperation<GetLoginProfileRequest, GetLoginProfileResponse> {
    @Override
    public Access access(GetLoginProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check(
                        "iam:GetLoginProfile", Users.nameOrCaller(input.userName(), call), call));
    }

    @Override
    public GetLoginProfileResponse execute(GetLoginProfileRequest input, AuthorizedCall call) {
        User user = CredentialOwner.user(input.userName(), call);
        return GetLoginProfileResponse.builder()
                .loginProfile(Passwords.describe(user, Passwords.get(user, call)))
                .build();
    }
}
