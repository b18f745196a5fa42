package dev.understudy.server.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests over some connections for a time, or until they run out. */
final class Load {
    private static final int MOST_SAMPLES = 2_000_000;

    private final URI url;
    private final int connections;
    private final Duration time;
    private final byte[][] requests;
    private final boolean once;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong failures = new AtomicLong();

    /**
     * A load of these requests.
     *
     * @param once whether each is sent once; else they are sent over and over
     */
    Load(URI url, int connections, Duration time, byte[][] requests, boolean once) {
        this.url = url;
        this.connections = connections;
        this.time = time;
        this.requests = requests;
        this.once = once;
    }

    /**
     * What came of it.
     *
     * @param rate answers a second
     * @param p50 nanoseconds
     * @param p99 nanoseconds
     */
    record Result(long answers, double rate, long p50, long p99, long failures) {}

    Result run() throws InterruptedException {
        long[][] samples = new long[connections][];
        Thread[] threads = new Thread[connections];
        long start = System.nanoTime();
        long end = start + time.toNanos();
        for (int i = 0; i < connections; i++) {
            int index = i;
            threads[i] = Thread.ofPlatform().start(() -> samples[index] = connection(end));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = Arrays.stream(samples).flatMapToLong(Arrays::stream).sorted().toArray();
        int count = all.length;
        return count == 0
                ? new Result(0, 0, 0, 0, failures.get())
                : new Result(
                        count,
                        count / seconds,
                        all[count / 2],
                        all[(int) (count * 0.99)],
                        failures.get());
    }

    private long[] connection(long end) {
        long[] samples = new long[MOST_SAMPLES / connections];
        int count = 0;
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            long now = System.nanoTime();
            while (now < end && count < samples.length) {
                int index = next.getAndIncrement();
                if (once && index >= requests.length) {
                    break;
                }
                out.write(requests[index % requests.length]);
                if (HttpAnswer.status(in) != 200) {
                    failures.incrementAndGet();
                }
                long after = System.nanoTime();
                samples[count++] = after - now;
                now = after;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Arrays.copyOf(samples, count);
    }
}
