package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;

import org.jspecify.annotations.Nullable;

/** The ARNs of sessions. The role's path is not part of them. */
public final class SessionArns {
    private SessionArns() {}

    /** {@code arn:aws:sts::A:assumed-role/Role/Session}. */
    public static String assumedRole(Account account, Role role, String sessionName) {
        return sts(account) + "assumed-role/" + role.name() + "/" + sessionName;
    }

    /** {@code arn:aws:sts::A:federated-user/Name}. */
    public static String federatedUser(Account account, String name) {
        return sts(account) + "federated-user/" + name;
    }

    /**
     * Whom a delegated session acts as: the user, the root user, or a session of the role with this
     * unique id; null if it is gone.
     */
    public static @Nullable String delegated(
            Account account, String principalId, String sessionName) {
        if (principalId.equals(account.id().digits())) {
            return "arn:" + account.partition() + ":iam::" + principalId + ":root";
        }
        User user = account.userById(principalId);
        if (user != null) {
            return user.arn(account);
        }
        Role role = account.roleById(principalId);
        return role == null ? null : assumedRole(account, role, sessionName);
    }

    private static String sts(Account account) {
        return "arn:" + account.partition() + ":sts::" + account.id().digits() + ":";
    }
}
