package dev.understudy.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout, as the house rules read them. */
final class Checkout {
    static final Path ROOT =
            Path.of(System.getProperty("understudy.root", "..")).toAbsolutePath().normalize();
    static final List<String> MODULES =
            List.of(
                    "policy",
                    "signature",
                    "catalog",
                    "federation",
                    "idp",
                    "directory",
                    "directory-sql",
                    "analysis",
                    "iam",
                    "server",
                    "bench",
                    "house");

    private Checkout() {}

    /** The Java files of all modules below {@code src/main} or {@code src/test}. */
    static List<Path> javaFiles(String sourceSet) {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src").resolve(sourceSet))
                .filter(Files::isDirectory)
                .flatMap(Checkout::below)
                .filter(file -> file.toString().endsWith(".java"))
                .sorted()
                .toList();
    }

    static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
