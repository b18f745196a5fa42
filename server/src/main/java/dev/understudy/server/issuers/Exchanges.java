package dev.understudy.server.issuers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Exchanges that each one caller waits for, and none longer than the limit. Threads are the
 * platform's, and few: whoever finds none free is told so at once.
 */
final class Exchanges implements AutoCloseable {
    private static final int MOST = 32;

    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    0,
                    MOST,
                    10,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("identity-providers-", 0).factory());
    private final AddressRules rules;
    private final Exchange.Resolver resolver;
    private final X509ExtendedTrustManager platform;
    private final Duration limit;

    Exchanges(
            AddressRules rules,
            Exchange.Resolver resolver,
            X509ExtendedTrustManager platform,
            Duration limit) {
        this.rules = rules;
        this.resolver = resolver;
        this.platform = platform;
        this.limit = limit;
    }

    /** What is asked of a provider. */
    @FunctionalInterface
    interface Work<T> {
        T of(Exchange exchange) throws FetchProblem;
    }

    /** What the work comes to, or why it comes to nothing. */
    <T> T run(Work<T> work) throws FetchProblem {
        return run(List.of(), work);
    }

    /** The same, where certificates with these thumbprints vouch for servers too. */
    <T> T run(List<String> thumbprints, Work<T> work) throws FetchProblem {
        Exchange exchange =
                new Exchange(rules, resolver, new ServerTrust(platform, thumbprints), limit);
        FutureTask<T> task = new FutureTask<>(() -> work.of(exchange));
        try {
            threads.execute(task);
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException busy) {
            throw FetchProblem.unreachable("too many are asked already");
        } catch (TimeoutException late) {
            exchange.close();
            throw FetchProblem.unreachable("it did not answer in time");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            exchange.close();
            throw FetchProblem.unreachable("nobody waits for it any more");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof FetchProblem problem) {
                throw problem;
            }
            throw FetchProblem.unreachable(
                    cause == null ? "it failed" : cause.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
