package dev.understudy.iam.passwords;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.PasswordPolicy;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Operation;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyKind;
import dev.understudy.policy.PolicySource;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.random.RandomGenerator;

/** The door of this folder: the operations of passwords and of the policy about them. */
public final class Passwords {
    private Passwords() {}

    /** The operations; hashes are sealed with the keyring, their salts are random. */
    public static List<Operation<?, ?>> operations(Keyring keyring, RandomGenerator random) {
        return operations(new PasswordHashes(keyring, random));
    }

    static List<Operation<?, ?>> operations(PasswordHashes hashes) {
        return List.of(
                new ChangePassword(hashes),
                new CreateLoginProfile(hashes),
                new DeleteAccountPasswordPolicy(),
                new DeleteLoginProfile(),
                new GetAccountPasswordPolicy(),
                new GetLoginProfile(),
                new UpdateAccountPasswordPolicy(),
                new UpdateLoginProfile(hashes));
    }

    /** The login profile of the user; null if there is no such user, or it has none. */
    static @Nullable LoginProfile find(@Nullable User user, AuthenticatedCall call) {
        return user == null ? null : call.account().credentials().loginProfile(user.id());
    }

    /** The login profile of the user, or NoSuchEntity. */
    static LoginProfile get(User user, AuthenticatedCall call) {
        LoginProfile profile = call.account().credentials().loginProfile(user.id());
        if (profile == null) {
            throw NoSuchEntity.loginProfile(user.name());
        }
        return profile;
    }

    /**
     * The check, allowed to every user where the password policy lets users change their passwords:
     * IAM then gives them this permission itself. What denies still denies.
     */
    static Check forUsersWhoMayChange(Check check, AuthenticatedCall call) {
        PasswordPolicy policy = call.account().credentials().passwordPolicy();
        boolean lets = policy != null && policy.allowUsersToChange();
        return lets && call.caller().userName() != null
                ? check.grantedBy(grant(check.action()))
                : check;
    }

    private static PolicySource grant(String action) {
        return new PolicySource(
                "account password policy",
                PolicyKind.IDENTITY,
                PolicyDocument.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                                + action
                                + "\",\"Resource\":\"*\"}}"));
    }

    /** A login profile as answers tell it. */
    static software.amazon.awssdk.services.iam.model.LoginProfile describe(
            User user, LoginProfile profile) {
        return software.amazon.awssdk.services.iam.model.LoginProfile.builder()
                .userName(user.name())
                .createDate(profile.createDate())
                .passwordResetRequired(profile.resetRequired())
                .build();
    }
}
