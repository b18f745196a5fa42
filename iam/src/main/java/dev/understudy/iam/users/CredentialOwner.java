package dev.understudy.iam.users;

import dev.understudy.directory.Account;
import dev.understudy.directory.User;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

/** Whose credentials a request means: a user it names, or the caller itself, the root user too. */
public final class CredentialOwner {
    private CredentialOwner() {}

    /** A check of an action on the user meant, or on the root user that means its own. */
    public static Check check(String action, @Nullable String userName, AuthenticatedCall call) {
        return isRootItself(userName, call)
                ? Check.of(action, call.caller().arn(), call.accountId())
                : Users.FAMILY.check(action, Users.nameOrCaller(userName, call), call);
    }

    /** The unique id of the owner; the account id for the root user. */
    public static String id(@Nullable String userName, AuthenticatedCall call) {
        return isRootItself(userName, call) ? call.accountId().digits() : user(userName, call).id();
    }

    /** The user meant, where the root user cannot be. */
    public static User user(@Nullable String userName, AuthenticatedCall call) {
        return Users.FAMILY.get(call.account(), Users.nameOrCaller(userName, call));
    }

    /** The owner's name in answers; null for the root user, which has none. */
    public static @Nullable String name(Account account, String ownerId) {
        User user = account.userById(ownerId);
        return user == null ? null : user.name();
    }

    private static boolean isRootItself(@Nullable String userName, AuthenticatedCall call) {
        return userName == null && call.caller().principal() instanceof Principal.RootUser;
    }
}
