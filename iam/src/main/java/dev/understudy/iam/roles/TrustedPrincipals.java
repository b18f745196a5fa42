package dev.understudy.iam.roles;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.User;
import dev.understudy.operation.Accounts;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

/**
 * The values of {@code Principal.AWS} in trust policies: as they are written, and as they are
 * stored. Users and roles are stored by their unique ids; everything else as written.
 */
final class TrustedPrincipals {
    private TrustedPrincipals() {}

    /** What is stored for a value as written; null if there is nobody of this name. */
    static @Nullable String stored(String value, Accounts accounts) {
        if (value.equals("*")) {
            return value;
        }
        if (isUniqueId(value)) {
            return arnOf(value, accounts) == null ? null : value;
        }
        Arn arn = Arn.parseOrNull(value);
        if (arn == null) {
            return account(value, accounts) == null ? null : value;
        }
        Account account = account(arn.account(), accounts);
        return account == null || !arn.partition().equals(account.partition())
                ? null
                : stored(arn, value, account);
    }

    private static @Nullable String stored(Arn arn, String value, Account account) {
        String resource = arn.resource();
        if (arn.service().equals("sts")) {
            // Sessions come and go, so that whether there is one says nothing.
            return resource.startsWith("assumed-role/") || resource.startsWith("federated-user/")
                    ? value
                    : null;
        }
        if (resource.equals("root")) {
            return value;
        }
        User user = resource.startsWith("user/") ? account.userByArn(value) : null;
        Role role = resource.startsWith("role/") ? account.roleByArn(value) : null;
        return user != null ? user.id() : role != null ? role.id() : null;
    }

    /** What is shown for a stored value. Who is gone stays a unique id. */
    static String shown(String value, Accounts accounts) {
        String arn = isUniqueId(value) ? arnOf(value, accounts) : null;
        return arn == null ? value : arn;
    }

    /**
     * The ARN of today; null if the user or role is gone, which the account says: ids are located
     * even after their entities are gone.
     */
    private static @Nullable String arnOf(String id, Accounts accounts) {
        AccountId holder = accounts.locate(id);
        Account account = holder == null ? null : accounts.account(holder);
        if (account == null) {
            return null;
        }
        User user = account.userById(id);
        Role role = account.roleById(id);
        return user != null ? user.arn(account) : role != null ? role.arn(account) : null;
    }

    private static boolean isUniqueId(String value) {
        return value.startsWith("AIDA") || value.startsWith("AROA");
    }

    private static @Nullable Account account(String digits, Accounts accounts) {
        try {
            return accounts.account(AccountId.of(digits));
        } catch (IllegalArgumentException notAnAccount) {
            return null;
        }
    }
}
