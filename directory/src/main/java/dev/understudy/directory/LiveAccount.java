package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One account at work: the last durable state, which readers see, and the newest one, which the
 * next writer builds on while earlier versions are still on their way to the disk. So the writers
 * of one account share its commits.
 */
final class LiveAccount {
    /** More conflicts in a row than this mean that something else is wrong. */
    private static final int MOST_ATTEMPTS = 100;

    private final Journal journal;
    private final Consumer<Account> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Account durable;

    // INVARIANT: newest is durable, or follows from it by versions that are queued in the journal;
    // lastQueued is the
    // ticket of the last of them, null if there is none. Both are guarded by the lock.
    private Account newest;
    private Journal.@Nullable Ticket lastQueued;

    LiveAccount(Journal journal, Account loaded, Consumer<Account> listener) {
        this.journal = journal;
        this.listener = listener;
        this.durable = loaded;
        this.newest = loaded;
    }

    Account durable() {
        return durable;
    }

    <R> R transact(Instant now, Function<Account, Transaction.Result<R>> body) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Queued<R> queued = queue(now, body);
            if (queued.ticket() == null || settled(queued)) {
                return queued.answer();
            }
        }
        throw new JournalUnavailable(
                "the account changed too often underneath",
                new IllegalStateException(newest.id().digits()));
    }

    private <R> Queued<R> queue(Instant now, Function<Account, Transaction.Result<R>> body) {
        lock.lock();
        try {
            Account before = newest;
            Transaction.Result<R> result = body.apply(before);
            if (!result.changes().isEmpty()) {
                lastQueued = journal.append(before.id(), before.version(), now, result.changes());
                newest = before.apply(result.changes(), before.version() + 1);
            }
            return new Queued<>(result.answer(), newest, lastQueued);
        } finally {
            lock.unlock();
        }
    }

    /** Waits; false if another node's version came first, so that the body must run again. */
    private boolean settled(Queued<?> queued) {
        Journal.Outcome outcome;
        try {
            outcome = Objects.requireNonNull(queued.ticket()).await();
        } catch (JournalUnavailable unavailable) {
            startOver();
            throw unavailable;
        }
        if (outcome instanceof Journal.Outcome.Conflict) {
            startOver();
            return false;
        }
        publish(queued.state());
        return true;
    }

    private void publish(Account state) {
        lock.lock();
        try {
            if (state.version() > durable.version()) {
                listener.accept(durable);
                durable = state;
            }
            if (newest.version() == state.version()) {
                lastQueued = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Forgets versions that did not become durable. Whoever built on them finds a conflict in turn,
     * because the versions that they expect are not there.
     */
    private void startOver() {
        lock.lock();
        try {
            Account loaded = journal.load(newest.id());
            if (loaded != null) {
                durable = loaded;
                newest = loaded;
                lastQueued = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private record Queued<R>(R answer, Account state, Journal.@Nullable Ticket ticket) {}
}
