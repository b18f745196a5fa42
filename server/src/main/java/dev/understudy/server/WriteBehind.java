package dev.understudy.server;

import dev.understudy.iam.Understudy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes what the services note in memory, every minute and when the server ends. */
final class WriteBehind implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.writebehind");
    private static final int EVERY_SECONDS = 60;

    private final Understudy understudy;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;

    WriteBehind(Understudy understudy, InstantSource clock) {
        this.understudy = understudy;
        this.clock = clock;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("write-behind").factory());
        timer.scheduleWithFixedDelay(this::write, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void write() {
        try {
            understudy.flush(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        } catch (RuntimeException failed) {
            // A timer that throws never runs again; what was not written stays noted.
            LOG.error("cannot write what was noted", failed);
        }
    }

    /** Writes what is left, while the store is still there. */
    @Override
    public void close() {
        timer.close();
        write();
    }
}
