package dev.understudy.bench;

import dev.understudy.catalog.ServiceCatalog;

import java.util.Objects;

/**
 * What AWS's catalog costs a fresh JVM: time and heap of loading it, then of making every service's
 * objects. Start it several times; the second call in one JVM measures nothing.
 */
public final class CatalogLoad {
    private CatalogLoad() {}

    /** Prints one line of figures. */
    public static void main(String[] arguments) {
        long empty = heap();
        long start = System.nanoTime();
        ServiceCatalog catalog = ServiceCatalog.aws();
        long loaded = System.nanoTime();
        Objects.requireNonNull(catalog.action("s3:GetObject"));
        long found = System.nanoTime();
        long resident = heap();
        long before = System.nanoTime();
        int actions = catalog.matching("*").size();
        long everything = System.nanoTime();
        long full = heap();
        System.out.printf(
                "load %.1f ms, first action %.1f ms, heap %.1f MB; all %d actions %.1f ms, heap %.1f MB (%s)%n",
                (loaded - start) / 1e6,
                (found - loaded) / 1e6,
                (resident - empty) / 1e6,
                actions,
                (everything - before) / 1e6,
                (full - empty) / 1e6,
                catalog.source());
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
