package dev.understudy.server.bench;

import java.io.PrintWriter;
import java.time.Duration;

/** What was measured, a row an operation, with its ratios to the reference above it. */
final class Table {
    private final PrintWriter out;
    private double referenceMicros;
    private double referenceRate;

    /** An empty table, which prints its head. */
    Table(PrintWriter out) {
        this.out = out;
        out.printf(
                "%-34s %10s %9s %9s %12s %10s %10s%n",
                "", "requests/s", "p50 us", "p99 us", "server us/rq", "CPU ratio", "rate ratio");
        out.flush();
    }

    /** What a load came to, with the server's processor time for it. */
    record Measured(Load.Result result, Duration cpu) {
        /** Runs the load on the child, alone. */
        static Measured of(Child child, Load load) throws InterruptedException {
            Duration before = child.cpu();
            Load.Result result = load.run();
            return new Measured(result, child.cpu().minus(before));
        }

        private double micros() {
            return cpu.toNanos() / 1e3 / Math.max(1, result.answers());
        }
    }

    /**
     * Prints what the rows below are compared with.
     *
     * @return whether every request was answered as it should be
     */
    boolean reference(String name, Measured measured) {
        referenceMicros = measured.micros();
        referenceRate = measured.result().rate();
        return row(name, measured);
    }

    /**
     * Prints a row.
     *
     * @return whether every request was answered as it should be
     */
    boolean row(String name, Measured measured) {
        double micros = measured.micros();
        Load.Result result = measured.result();
        out.printf(
                "%-34s %10.0f %9.0f %9.0f %12.1f %9.0f%% %9.0f%%%s%n",
                name,
                result.rate(),
                result.p50() / 1e3,
                result.p99() / 1e3,
                micros,
                100 * referenceMicros / micros,
                100 * result.rate() / referenceRate,
                result.failures() == 0 ? "" : "  " + result.failures() + " FAILED");
        out.flush();
        return result.failures() == 0;
    }
}
