package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource.Keys;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is known of one issuer, and the one fetch that is under way, if any. */
final class IssuerMemory {
    private final Executor threads;
    private final Duration limit;
    private final Supplier<Exchange> exchanges;
    private final Function<Exchange, Keys> fetch;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Seen seen = Seen.NOTHING;
    private @Nullable Flight flight;

    IssuerMemory(
            Executor threads,
            Duration limit,
            Supplier<Exchange> exchanges,
            Function<Exchange, Keys> fetch) {
        this.threads = threads;
        this.limit = limit;
        this.exchanges = exchanges;
        this.fetch = fetch;
    }

    /** A fetch under way; the deadline in {@link System#nanoTime}. */
    private record Flight(Exchange exchange, FutureTask<Keys> task, long deadline, Instant at) {}

    /** The keys as of now, fetched if need be. */
    Keys keys(@Nullable String keyId, Instant now) {
        Seen known = seen;
        if (known.answers(keyId, now)) {
            return known.keys(now);
        }
        Flight joined = join(keyId, now);
        if (joined != null) {
            await(joined);
        }
        return seen.keys(now);
    }

    private @Nullable Flight join(@Nullable String keyId, Instant now) {
        lock.lock();
        try {
            if (flight == null && !seen.answers(keyId, now)) {
                flight = start(now);
            }
            return flight;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Flight start(Instant now) {
        Exchange exchange = exchanges.get();
        FutureTask<Keys> task = new FutureTask<>(() -> fetch.apply(exchange));
        try {
            threads.execute(task);
            return new Flight(exchange, task, System.nanoTime() + limit.toNanos(), now);
        } catch (RejectedExecutionException busy) {
            seen = seen.after(new Keys.Unreachable(), now);
            return null;
        }
    }

    private void await(Flight joined) {
        try {
            long left = joined.deadline() - System.nanoTime();
            land(joined, joined.task().get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException failed) {
            joined.exchange().close();
            land(joined, new Keys.Unreachable());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            joined.exchange().close();
            land(joined, new Keys.Unreachable());
        }
    }

    /** The first to know what came of a fetch notes it. */
    private void land(Flight landed, Keys keys) {
        lock.lock();
        try {
            if (flight == landed) {
                seen = seen.after(keys, landed.at());
                flight = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
