package dev.understudy.server;

import dev.understudy.iam.Understudy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes what the services note in memory first, each minute and at the end: which keys were used
 * last, and who tried which action last. A killed server loses a minute of it. Sees to the keys in
 * the same rhythm.
 */
final class WriteBehind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.server");
    private static final long SECONDS = 60;

    private final Understudy understudy;
    private final KeyCare keys;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;

    private WriteBehind(Understudy understudy, KeyCare keys, InstantSource clock) {
        this.understudy = understudy;
        this.keys = keys;
        this.clock = clock;
        this.thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("write-behind").daemon().factory());
    }

    /** Starts writing each minute. */
    static WriteBehind start(Understudy understudy, KeyCare keys, InstantSource clock) {
        WriteBehind writer = new WriteBehind(understudy, keys, clock);
        writer.thread.scheduleWithFixedDelay(
                writer::eachMinute, SECONDS, SECONDS, TimeUnit.SECONDS);
        return writer;
    }

    private void eachMinute() {
        write();
        try {
            keys.attend(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (IOException | RuntimeException failed) {
            LOG.error("the keys could not be seen to; it is tried again", failed);
        }
    }

    /** A failure must not end the thread, and what was not written stays noted. */
    private void write() {
        try {
            understudy.flush(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (RuntimeException failed) {
            LOG.error("what was noted could not be written", failed);
        }
    }

    /** Writes a last time; the store must still be open, and nobody may be asking any more. */
    @Override
    public void close() {
        thread.close();
        write();
    }
}
