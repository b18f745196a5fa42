package dev.understudy.iam.passwords;

import dev.understudy.directory.LoginProfile;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileResponse;

/** Sets another password for a user, or whether the user must choose one itself. */
final class UpdateLoginProfile
        implements WriteOperation<UpdateLoginProfileRequest, UpdateLoginProfileResponse> {
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
    public UpdateLoginProfileResponse execute(UpdateLoginProfileRequest input, WritingCall call) {
        LoginProfile profile =
                Passwords.get(Users.FAMILY.get(call.account(), input.userName()), call);
        boolean reset =
                input.passwordResetRequired() == null
                        ? profile.resetRequired()
                        : input.passwordResetRequired();
        if (input.password() == null) {
            call.put(profile.withResetRequired(reset));
        } else {
            PasswordRules.check(call.account(), input.password());
            PasswordHashes.Hashed password =
                    hashes.beside(profile, input.password(), call.random());
            PasswordRules.checkReuse(call.account(), profile, password);
            call.put(PasswordRules.replaced(profile, password, reset, call.now()));
        }
        return UpdateLoginProfileResponse.builder().build();
    }
}
