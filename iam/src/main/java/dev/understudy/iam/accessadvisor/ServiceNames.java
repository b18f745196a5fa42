package dev.understudy.iam.accessadvisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The services of our own table. */
final class ServiceNames implements KnownServices {
    private final Map<String, String> names = new TreeMap<>();

    ServiceNames() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ServiceNames.class.getResourceAsStream("services.tsv")),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(columns -> names.put(columns[0], columns[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<String> namespaces() {
        return List.copyOf(names.keySet());
    }

    @Override
    public String name(String namespace) {
        return names.getOrDefault(namespace, namespace);
    }
}
