package dev.understudy.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys and certificates in {@code spec/wire/files}, made for tests and good for nothing else.
 */
public final class SampleFiles {
    private static final Path SPEC =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec");
    static final Path WIRE = SPEC.resolve("wire");

    private SampleFiles() {}

    /** The folder {@code spec}. */
    public static Path root() {
        return SPEC;
    }

    public static String text(String name) {
        try {
            return Files.readString(WIRE.resolve("files").resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
