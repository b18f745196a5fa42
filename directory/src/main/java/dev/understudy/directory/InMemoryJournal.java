package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal that is gone with the process; everything in it is durable for as long as that lasts.
 */
public final class InMemoryJournal implements Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, List<HistoryEntry>> histories = new HashMap<>();
    private final Map<String, AccountId> locators = new HashMap<>();

    @Override
    public Collection<AccountId> accounts() {
        lock.lock();
        try {
            return List.copyOf(accounts.keySet());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public @Nullable Account load(AccountId id) {
        lock.lock();
        try {
            return accounts.get(id);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Ticket append(AccountId id, long expectedVersion, Instant at, List<Change> changes) {
        lock.lock();
        try {
            Account account = accounts.getOrDefault(id, Account.empty(id));
            if (account.version() != expectedVersion || takesAnothersAlias(id, changes)) {
                Outcome conflict = new Outcome.Conflict(account.version());
                return () -> conflict;
            }
            long version = expectedVersion + 1;
            locate(account, id, changes);
            accounts.put(id, account.apply(changes, version));
            histories
                    .computeIfAbsent(id, i -> new ArrayList<>())
                    .add(new HistoryEntry(version, at, changes));
            Outcome appended = new Outcome.Appended(version);
            return () -> appended;
        } finally {
            lock.unlock();
        }
    }

    private boolean takesAnothersAlias(AccountId id, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Put put
                    && put.entity() instanceof AccountSettings settings) {
                for (String locator : Locators.of(settings)) {
                    if (!locators.getOrDefault(locator, id).equals(id)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void locate(Account account, AccountId id, List<Change> changes) {
        for (Change change : changes) {
            Entity old = account.entity(change.key());
            if (old != null) {
                Locators.of(old).forEach(locators::remove);
            }
            if (change instanceof Change.Put put) {
                Locators.of(put.entity()).forEach(locator -> locators.put(locator, id));
            }
        }
    }

    @Override
    public @Nullable AccountId locate(String id) {
        lock.lock();
        try {
            return locators.get(id);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<HistoryEntry> history(AccountId id, long afterVersion, int limit) {
        lock.lock();
        try {
            return histories.getOrDefault(id, List.of()).stream()
                    .filter(entry -> entry.version() > afterVersion)
                    .limit(limit)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
