package dev.understudy.iam.passwords;

import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.User;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.PreparedWriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** Sets another password for a user, or whether the user must choose one itself. */
final class UpdateLoginProfile
        implements PreparedWriteOperation<
                UpdateLoginProfileRequest, UpdateLoginProfileResponse, PreparedHashes> {
    private final PasswordHashes hashes;

    UpdateLoginProfile(PasswordHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public Access access(UpdateLoginProfileRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:UpdateLoginProfile", input.userName(), call));
    }

    @Override
    public PreparedHashes prepare(UpdateLoginProfileRequest input, AuthorizedCall call) {
        LoginProfile profile = Passwords.find(call.account().user(input.userName()), call);
        PasswordHashes.Hashed next =
                profile != null
                                && input.password() != null
                                && PasswordRules.pass(call.account(), input.password())
                        ? hashes.beside(profile, input.password())
                        : null;
        return new PreparedHashes(null, next);
    }

    @Override
    public UpdateLoginProfileResponse execute(
            UpdateLoginProfileRequest input, PreparedHashes prepared, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        LoginProfile profile = Passwords.get(user, call);
        boolean reset =
                input.passwordResetRequired() == null
                        ? profile.resetRequired()
                        : input.passwordResetRequired();
        if (input.password() == null) {
            call.put(profile.withResetRequired(reset));
        } else {
            PasswordRules.check(call.account(), input.password());
            PasswordHashes.Hashed password =
                    PasswordRules.fitting(prepared.next(), profile, user.name());
            PasswordRules.checkReuse(call.account(), profile, password);
            call.put(PasswordRules.replaced(profile, password, reset, call.now()));
        }
        return UpdateLoginProfileResponse.builder().build();
    }
}
