package dev.understudy.directory.sql;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Journal;
import dev.understudy.directory.JournalUnavailable;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A journal in one SQLite file: write-ahead log, {@code synchronous=FULL}, group commit by one
 * platform thread. A version that was acknowledged survives the death of the process and of the
 * machine.
 */
public final class SqliteJournal implements Journal {
    private static final int BUSY_MILLISECONDS = 2_000;

    private final Connection reading;
    private final ReentrantLock readLock = new ReentrantLock();
    private final Writer writer;

    /**
     * Opens the file, or makes it.
     *
     * @throws JournalUnavailable if that cannot be done
     */
    public SqliteJournal(Path file) {
        this(file, BUSY_MILLISECONDS);
    }

    /** The same, waiting so long for a lock that another process holds. */
    SqliteJournal(Path file, int busyMilliseconds) {
        try {
            Connection writing = connect(file, busyMilliseconds);
            Schema.migrate(writing);
            reading = connect(file, busyMilliseconds);
            writer = new Writer(writing);
        } catch (SQLException refused) {
            throw new JournalUnavailable(
                    "cannot open " + file + ": " + refused.getMessage(), refused);
        }
    }

    private static Connection connect(Path file, int busyMilliseconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("journal_mode", "WAL");
        properties.setProperty("synchronous", "FULL");
        properties.setProperty("busy_timeout", Integer.toString(busyMilliseconds));
        return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    }

    /** Runs a pragma on the writing connection: for tests that make the disk full. */
    void pragma(String pragma) {
        writer.submitPragma(pragma).await();
    }

    @Override
    public Ticket append(AccountId id, long expectedVersion, Instant at, List<Change> changes) {
        return writer.submit(new Version(id, expectedVersion, at, List.copyOf(changes)));
    }

    @Override
    public Collection<AccountId> accounts() {
        return Objects.requireNonNull(read(Queries::accounts));
    }

    @Override
    public @Nullable Account load(AccountId id) {
        return read(connection -> Queries.load(connection, id));
    }

    @Override
    public @Nullable AccountId locate(String id) {
        return read(connection -> Queries.locate(connection, id));
    }

    @Override
    public List<HistoryEntry> history(AccountId id, long afterVersion, int limit) {
        return Objects.requireNonNull(
                read(connection -> Queries.history(connection, id, afterVersion, limit)));
    }

    /** A question to the database. */
    private interface Query<R> {
        @Nullable R ask(Connection connection) throws SQLException;
    }

    private <R> @Nullable R read(Query<R> query) {
        readLock.lock();
        try {
            return query.ask(reading);
        } catch (SQLException failed) {
            throw new JournalUnavailable("cannot read: " + failed.getMessage(), failed);
        } finally {
            readLock.unlock();
        }
    }

    @Override
    public void close() {
        writer.close();
        readLock.lock();
        try (Statement statement = reading.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            reading.close();
        } catch (SQLException failed) {
            throw new JournalUnavailable("cannot close: " + failed.getMessage(), failed);
        } finally {
            readLock.unlock();
        }
    }
}
