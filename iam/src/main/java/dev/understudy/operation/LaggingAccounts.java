package dev.understudy.operation;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts of a directory as they were a while ago, for clients that are to be tested against
 * AWS's eventual consistency. Whatever is read and whatever is decided, of any account, is of the
 * newest version that is that old; each account's versions appear in order. What was there when
 * this view was made, and an account that is new, is seen at once.
 */
final class LaggingAccounts implements Accounts {
    private final Accounts newest;
    private final Duration lag;
    private final InstantSource clock;
    private final Map<AccountId, Queue<Hidden>> hidden = new ConcurrentHashMap<>();

    /** A version that is not seen yet, and in place of it the one before. */
    private record Hidden(Account before, Instant seenFrom) {}

    LaggingAccounts(Directory directory, Accounts newest, Duration lag, InstantSource clock) {
        this.newest = newest;
        this.lag = lag;
        this.clock = clock;
        directory.beforeEachVersion(this::hide);
    }

    private void hide(Account before) {
        Queue<Hidden> versions = hidden.computeIfAbsent(before.id(), id -> new ArrayDeque<>());
        synchronized (versions) {
            versions.add(new Hidden(before, clock.instant().plus(lag)));
        }
    }

    @Override
    public @Nullable Account account(AccountId id) {
        Queue<Hidden> versions = hidden.get(id);
        if (versions == null) {
            return newest.account(id);
        }
        Instant now = clock.instant();
        synchronized (versions) {
            while (!versions.isEmpty() && !now.isBefore(versions.element().seenFrom())) {
                versions.remove();
            }
            return versions.isEmpty() ? newest.account(id) : versions.element().before();
        }
    }

    @Override
    public Account decidedOn(Account changing) {
        return Objects.requireNonNull(account(changing.id()));
    }

    @Override
    public @Nullable AccountId locate(String id) {
        return newest.locate(id);
    }

    @Override
    public Quotas quotas() {
        return newest.quotas();
    }
}
