package dev.understudy.server.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** What was measured, a row an operation, with its ratios to the last echo. */
final class Table {
    static final String ECHO = "echo";

    private final PrintWriter out;
    private double echoMicros;
    private double echoRate;

    /** An empty table, which prints its head. */
    Table(PrintWriter out) {
        this.out = out;
        out.printf(
                "%-34s %10s %9s %9s %12s %10s %10s%n",
                "", "requests/s", "p50 us", "p99 us", "server us/rq", "CPU ratio", "rate ratio");
        out.flush();
    }

    /**
     * Prints a row. One whose name begins with {@link #ECHO} is what the rows below it are compared
     * with.
     *
     * @return whether every request was answered as it should be
     */
    boolean row(String name, Load.Result result, Duration cpu) {
        double micros = cpu.toNanos() / 1e3 / Math.max(1, result.answers());
        if (name.startsWith(ECHO)) {
            echoMicros = micros;
            echoRate = result.rate();
        }
        out.printf(
                "%-34s %10.0f %9.0f %9.0f %12.1f %9.0f%% %9.0f%%%s%n",
                name,
                result.rate(),
                result.p50() / 1e3,
                result.p99() / 1e3,
                micros,
                100 * echoMicros / micros,
                100 * result.rate() / echoRate,
                result.failures() == 0 ? "" : "  " + result.failures() + " FAILED");
        out.flush();
        return result.failures() == 0;
    }
}
