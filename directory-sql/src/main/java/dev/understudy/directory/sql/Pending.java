package dev.understudy.directory.sql;

import dev.understudy.directory.Journal;
import dev.understudy.directory.JournalUnavailable;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;

/** Something the writer is asked to do, and what came of it. */
final class Pending implements Journal.Ticket {
    private final CountDownLatch done = new CountDownLatch(1);
    private final @Nullable Version version;
    private final @Nullable String pragma;
    private Journal.@Nullable Outcome outcome;
    private @Nullable Exception failure;

    Pending(@Nullable Version version, @Nullable String pragma) {
        this.version = version;
        this.pragma = pragma;
    }

    @Nullable Version version() {
        return version;
    }

    @Nullable String pragma() {
        return pragma;
    }

    /** What will be told if the transaction commits. */
    void prepare(Journal.Outcome prepared) {
        outcome = prepared;
    }

    void complete() {
        done.countDown();
    }

    void fail(Exception cause) {
        failure = cause;
        done.countDown();
    }

    @Override
    public Journal.Outcome await() {
        try {
            done.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable(
                    "interrupted; the version may or may not be written", interrupted);
        }
        if (failure != null || outcome == null) {
            Exception cause = failure == null ? new IllegalStateException("no outcome") : failure;
            throw new JournalUnavailable("not written: " + cause.getMessage(), cause);
        }
        return outcome;
    }
}
