package dev.understudy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The formatter owns white space. {@code mvn -pl house test -Dtest=FormatTest
 * -Dunderstudy.format=write} puts right what this test finds.
 */
class FormatTest {
    private static final boolean WRITE = "write".equals(System.getProperty("understudy.format"));

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    @Test
    void everyFileIsFormatted() throws IOException {
        List<String> differing = new ArrayList<>();
        for (Path file : files()) {
            String text = Checkout.text(file);
            String formatted = formatted(file, text);
            if (!formatted.equals(text)) {
                differing.add(Checkout.name(file));
                if (WRITE) {
                    Files.writeString(file, formatted);
                }
            }
        }
        if (!WRITE) {
            assertThat(differing).as("files that the formatter would change").isEmpty();
        }
    }

    private static List<Path> files() {
        return Stream.concat(
                        Checkout.javaFiles("main").stream(), Checkout.javaFiles("test").stream())
                .toList();
    }

    private String formatted(Path file, String text) {
        try {
            String imported = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.AOSP);
            return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(imported));
        } catch (FormatterException unreadable) {
            throw new AssertionError(Checkout.name(file), unreadable);
        }
    }
}
