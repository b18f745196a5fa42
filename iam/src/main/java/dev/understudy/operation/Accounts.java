package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

/**
 * A view of all accounts, for what crosses their borders: trust, and principals of other accounts.
 * Reads only.
 */
public interface Accounts {
    /** The account's durable state; null if there is no such account. */
    @Nullable Account account(AccountId id);

    /** The account that holds this access key id or unique id; null if none does. */
    @Nullable AccountId locate(String id);

    /** The state on which a change of the account is decided: the newest one, if nothing lags. */
    default Account decidedOn(Account newest) {
        return newest;
    }

    /** How much the accounts may have. */
    default Quotas quotas() {
        return Quotas.AWS;
    }
}
