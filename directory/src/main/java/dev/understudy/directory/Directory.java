package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The accounts, over a journal. Readers get the last durable state of an account without touching
 * the disk; writers of one account take turns, and share the disk's work. Accounts are loaded when
 * first asked for and stay.
 *
 * <p>Safe for many threads; calls block.
 */
public final class Directory implements AutoCloseable {
    private static final int LOCATED_MOST = 1_000_000;

    private final Journal journal;
    private final Map<AccountId, LiveAccount> live = new ConcurrentHashMap<>();
    private final Map<String, AccountId> located = new ConcurrentHashMap<>();
    private volatile Consumer<Account> listener = before -> {};

    /** The accounts in this journal, which is closed with the directory. */
    public Directory(Journal journal) {
        this.journal = journal;
    }

    /** The ids of all accounts but that of the services, {@link RegisteredService#HOME}. */
    public Collection<AccountId> accounts() {
        return journal.accounts().stream()
                .filter(id -> !id.equals(RegisteredService.HOME))
                .toList();
    }

    /** The last durable state; null if there is no such account. */
    public @Nullable Account account(AccountId id) {
        LiveAccount account = find(id);
        return account == null ? null : account.durable();
    }

    /** The account that holds the access key or principal of this id; null if none does. */
    public @Nullable AccountId locate(String id) {
        AccountId known = located.get(id);
        if (known != null) {
            return known;
        }
        AccountId found = journal.locate(id);
        // Ids are never used twice, so that what was found once stays true; whether the entity
        // still exists is the
        // account's to say. Only aliases move.
        if (found != null && located.size() < LOCATED_MOST && !id.startsWith("alias:")) {
            located.put(id, found);
        }
        return found;
    }

    /**
     * Makes an account.
     *
     * @throws IllegalStateException if it exists
     */
    public Account create(AccountId id, Instant at) {
        return create(id, at, List.of());
    }

    /**
     * Makes an account that holds something from the first: either all of it is there, or no
     * account.
     *
     * @throws IllegalStateException if it exists
     */
    public Account create(AccountId id, Instant at, List<Change> content) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Put(AccountSettings.NONE));
        changes.addAll(content);
        Journal.Outcome outcome = journal.append(id, 0, at, changes).await();
        if (outcome instanceof Journal.Outcome.Conflict) {
            throw new IllegalStateException("account " + id + " exists already");
        }
        Account account = account(id);
        if (account == null) {
            throw new IllegalStateException("account " + id + " is not there after it was made");
        }
        return account;
    }

    /**
     * Runs the body alone on the newest state of the account, and returns its answer when its
     * changes, and all that the body saw, are durable. The body may run several times; if it
     * throws, nothing is written.
     *
     * @throws IllegalArgumentException if there is no such account
     * @throws JournalUnavailable if the changes cannot be made durable; then nothing was changed
     */
    public <R> R transact(
            AccountId id, Instant now, Function<Account, Transaction.Result<R>> body) {
        LiveAccount account = find(id);
        if (account == null) {
            throw new IllegalArgumentException("no account " + id);
        }
        return account.transact(now, body);
    }

    /**
     * Has the listener told of each version that a transaction makes durable, before anybody can
     * read it: by the state that it follows upon. One listener; it is told of an account's versions
     * in order, and must be quick.
     */
    public void beforeEachVersion(Consumer<Account> told) {
        listener = told;
    }

    /** What happened to an account after the version, oldest first, at most so many versions. */
    public List<Journal.HistoryEntry> history(AccountId id, long afterVersion, int limit) {
        return journal.history(id, afterVersion, limit);
    }

    private @Nullable LiveAccount find(AccountId id) {
        LiveAccount known = live.get(id);
        if (known != null) {
            return known;
        }
        Account loaded = journal.load(id);
        return loaded == null
                ? null
                : live.computeIfAbsent(
                        id,
                        i -> new LiveAccount(journal, loaded, before -> listener.accept(before)));
    }

    @Override
    public void close() {
        journal.close();
    }
}
