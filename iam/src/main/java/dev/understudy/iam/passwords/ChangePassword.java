package dev.understudy.iam.passwords;

import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.AccessDenied;
import dev.understudy.iam.errors.InvalidUserType;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.PreparedWriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.ChangePasswordResponse;

/**
 * A user changes its own password, by the old one. An expired password can be changed too: a hard
 * expiry closes the console, not this operation.
 */
final class ChangePassword
        implements PreparedWriteOperation<
                ChangePasswordRequest, ChangePasswordResponse, PreparedHashes> {
    private final PasswordHashes hashes;

    ChangePassword(PasswordHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public Access access(ChangePasswordRequest input, AuthenticatedCall call) {
        String name = call.caller().userName();
        if (name == null) {
            throw InvalidUserType.notAnIamUser();
        }
        Check check = Users.FAMILY.check("iam:ChangePassword", name, call);
        return Access.permission(Passwords.forUsersWhoMayChange(check, call));
    }

    @Override
    public PreparedHashes prepare(ChangePasswordRequest input, AuthorizedCall call) {
        LoginProfile profile = Passwords.find(CredentialOwner.user(null, call), call);
        if (profile == null) {
            return new PreparedHashes(null, null);
        }
        PasswordHashes.Hashed old = hashes.beside(profile, input.oldPassword());
        boolean goesOn =
                old.is(profile.userId(), profile.password())
                        && PasswordRules.pass(call.account(), input.newPassword());
        return new PreparedHashes(old, goesOn ? hashes.beside(profile, input.newPassword()) : null);
    }

    @Override
    public ChangePasswordResponse execute(
            ChangePasswordRequest input, PreparedHashes prepared, WritingCall call) {
        User user = CredentialOwner.user(null, call);
        LoginProfile profile = Passwords.get(user, call);
        PasswordHashes.Hashed old = PasswordRules.fitting(prepared.old(), profile, user.name());
        if (!old.is(profile.userId(), profile.password())) {
            throw AccessDenied.because("The old password was incorrect.");
        }
        PasswordRules.check(call.account(), input.newPassword());
        PasswordHashes.Hashed password =
                PasswordRules.fitting(prepared.next(), profile, user.name());
        PasswordRules.checkReuse(call.account(), profile, password);
        call.put(PasswordRules.replaced(profile, password, false, call.now()));
        return ChangePasswordResponse.builder().build();
    }
}
