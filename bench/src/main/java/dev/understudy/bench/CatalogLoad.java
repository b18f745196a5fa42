package dev.understudy.bench;

import dev.understudy.catalog.ServiceCatalog;

import java.lang.management.ManagementFactory;
import java.util.Objects;

/**
 * What AWS's catalog costs a fresh JVM: processor time, time on the wall, and heap, of loading it,
 * of the first action, and of making every service's objects. Start it several times; the second
 * call in one JVM measures nothing.
 */
public final class CatalogLoad {
    private CatalogLoad() {}

    /** Prints a line of figures for each step. */
    public static void main(String[] arguments) {
        step("nothing", () -> {});
        step("load", ServiceCatalog::aws);
        step(
                "first action",
                () -> Objects.requireNonNull(ServiceCatalog.aws().action("s3:GetObject")));
        step("every action", () -> ServiceCatalog.aws().matching("*"));
    }

    private static void step(String name, Runnable step) {
        double before = heap();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        step.run();
        wall = System.nanoTime() - wall;
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf(
                "%-12s %6.1f ms of processor, %6.1f ms, %5.2f MB of heap%n",
                name, cpu / 1e6, wall / 1e6, heap() - before);
    }

    private static double heap() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
