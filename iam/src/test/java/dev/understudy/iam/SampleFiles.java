package dev.understudy.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The keys and certificates in {@code spec/wire/files}, made for tests and good for nothing else.
 */
public final class SampleFiles {
    static final Path WIRE =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec").resolve("wire");

    private SampleFiles() {}

    public static String text(String name) {
        try {
            return Files.readString(WIRE.resolve("files").resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
