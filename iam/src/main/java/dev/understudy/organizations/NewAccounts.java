package dev.understudy.organizations;

import dev.understudy.directory.Change;
import dev.understudy.policy.AccountId;

import java.time.Instant;
import java.util.List;

/** Makes accounts; their ids must be nobody's yet. */
@FunctionalInterface
public interface NewAccounts {
    /**
     * Makes an account that holds this from the first.
     *
     * @return false if there is one of this id already
     */
    boolean make(AccountId id, Instant at, List<Change> content);
}
