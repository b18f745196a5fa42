package dev.understudy.directory.sql;

import dev.understudy.directory.Journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes. It takes all that waits, writes it in one transaction, and
 * acknowledges each when the transaction is on the disk: a disk that syncs a thousand times a
 * second so carries far more versions than that.
 *
 * <p>A platform thread, because SQLite blocks inside native code.
 */
final class Writer {
    private static final int MOST_AT_ONCE = 512;
    private static final Pending STOP = new Pending(null, null);

    private final Connection connection;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    Writer(Connection connection) {
        this.connection = connection;
        this.thread = Thread.ofPlatform().name("journal-writer").start(this::run);
    }

    Pending submit(Version version) {
        return submit(new Pending(version, null));
    }

    Pending submitPragma(String pragma) {
        return submit(new Pending(null, pragma));
    }

    private Pending submit(Pending pending) {
        queue.add(pending);
        if (closed) {
            failAll(List.of(pending), new SQLException("the journal is closed"));
        }
        return pending;
    }

    void close() {
        closed = true;
        queue.add(STOP);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Pending> batch = new ArrayList<>();
        boolean running = true;
        while (running) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException interrupted) {
                running = false;
            }
            queue.drainTo(batch, MOST_AT_ONCE);
            running &= !batch.remove(STOP);
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
        List<Pending> late = new ArrayList<>();
        queue.drainTo(late);
        failAll(late, new SQLException("the journal is closed"));
        closeQuietly();
    }

    private void write(List<Pending> batch) {
        try {
            execute("BEGIN IMMEDIATE");
            try (Rows rows = new Rows(connection)) {
                for (Pending pending : batch) {
                    pending.prepare(write(rows, pending));
                }
                rows.flush();
            }
            execute("COMMIT");
            batch.forEach(Pending::complete);
        } catch (SQLException | RuntimeException failed) {
            rollback();
            failAll(batch, failed);
        }
    }

    private Journal.Outcome write(Rows rows, Pending pending) throws SQLException {
        if (pending.pragma() != null) {
            execute("PRAGMA " + pending.pragma());
        }
        return pending.version() == null
                ? new Journal.Outcome.Appended(0)
                : rows.append(pending.version());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException alsoFailed) {
            // The transaction is not committed in any case; the next batch shows whether the store
            // is back.
        }
    }

    private static void failAll(List<Pending> batch, Exception cause) {
        batch.forEach(pending -> pending.fail(cause));
    }

    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException nothingIsLost) {
            // All that was acknowledged is committed.
        }
    }
}
