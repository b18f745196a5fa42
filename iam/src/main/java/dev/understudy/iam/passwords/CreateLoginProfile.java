package dev.understudy.iam.passwords;

import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.EntityTemporarilyUnmodifiable;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.PreparedWriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;

import java.util.List;

/** Gives a user a password. */
final class CreateLoginProfile
        implements PreparedWriteOperation<
                CreateLoginProfileRequest, CreateLoginProfileResponse, PreparedHashes> {
    private final PasswordHashes hashes;

    CreateLoginProfile(PasswordHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public Access access(CreateLoginProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check(
                        "iam:CreateLoginProfile",
                        Users.nameOrCaller(input.userName(), call),
                        call));
    }

    @Override
    public PreparedHashes prepare(CreateLoginProfileRequest input, AuthorizedCall call) {
        PasswordHashes.Hashed next =
                input.password() != null && PasswordRules.pass(call.account(), input.password())
                        ? hashes.first(input.password())
                        : null;
        return new PreparedHashes(null, next);
    }

    @Override
    public CreateLoginProfileResponse execute(
            CreateLoginProfileRequest input, PreparedHashes prepared, WritingCall call) {
        User user = CredentialOwner.user(input.userName(), call);
        if (call.account().credentials().loginProfile(user.id()) != null) {
            throw EntityAlreadyExists.loginProfile(user.name());
        }
        if (input.password() == null) {
            // The model lets it be absent for the root user of a member account only.
            throw ValidationError.because(
                    "1 validation error detected: Value null at 'password' failed to satisfy"
                            + " constraint: Member must not be null");
        }
        PasswordRules.check(call.account(), input.password());
        PasswordHashes.Hashed password = prepared.next();
        if (password == null) {
            throw EntityTemporarilyUnmodifiable.loginProfile(user.name());
        }
        boolean reset = Boolean.TRUE.equals(input.passwordResetRequired());
        LoginProfile profile =
                new LoginProfile(
                        user.id(),
                        call.now(),
                        call.now(),
                        reset,
                        password.seal(user.id()),
                        List.of());
        call.put(profile);
        return CreateLoginProfileResponse.builder()
                .loginProfile(Passwords.describe(user, profile))
                .build();
    }
}
