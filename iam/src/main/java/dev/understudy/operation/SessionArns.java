package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;

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

    private static String sts(Account account) {
        return "arn:" + account.partition() + ":sts::" + account.id().digits() + ":";
    }
}
