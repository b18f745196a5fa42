package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where accounts are kept: every version of each, appended with compare-and-set. What {@link
 * #append} acknowledged survives a crash; what it did not acknowledge may or may not be there,
 * whole.
 *
 * <p>Safe for many threads.
 */
public interface Journal extends AutoCloseable {

    /** The accounts there are. */
    Collection<AccountId> accounts();

    /**
     * The last durable state of an account; null if there is no such account.
     *
     * @throws JournalUnavailable if it cannot be read
     */
    @Nullable Account load(AccountId id);

    /**
     * Queues a version and returns at once; {@link Ticket#await} tells what came of it. Versions of
     * one account that are queued in order become durable in order. The first version of a new
     * account expects 0.
     */
    Ticket append(AccountId id, long expectedVersion, Instant at, List<Change> changes);

    /** The account that holds the access key or principal of this id; null if none does. */
    @Nullable AccountId locate(String id);

    /** What happened to an account after the version, oldest first, at most so many versions. */
    List<HistoryEntry> history(AccountId id, long afterVersion, int limit);

    @Override
    void close();

    /** A version on its way. */
    interface Ticket {
        /**
         * Blocks until the version is durable, or is not going to be.
         *
         * @throws JournalUnavailable if the store does not take writes; nothing of the version was
         *     written
         */
        Outcome await();
    }

    /** What came of a version. */
    sealed interface Outcome {
        /** It is durable. */
        record Appended(long version) implements Outcome {}

        /** Another one came first; nothing was written. */
        record Conflict(long actualVersion) implements Outcome {}
    }

    /**
     * One version of an account.
     *
     * @param at when, by the clock of whoever wrote it
     */
    record HistoryEntry(long version, Instant at, List<Change> changes) {
        public HistoryEntry {
            changes = List.copyOf(changes);
        }
    }
}
