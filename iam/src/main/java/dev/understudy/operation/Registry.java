package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every operation that AWS's API has, by service and name: with the operation that serves it, or as
 * not there yet. Of EC2's 700, those alone that roles need.
 */
final class Registry {
    private final Map<Service, Map<String, Entry>> entries = new EnumMap<>(Service.class);

    Registry(Map<Service, List<Operation<?, ?>>> operations) {
        for (Service service : Service.values()) {
            entries.put(service, new HashMap<>());
        }
        readNames();
        operations.forEach((service, list) -> list.forEach(operation -> add(service, operation)));
    }

    private void add(Service service, Operation<?, ?> operation) {
        Entry known = of(service).get(operation.name());
        if (known == null || known.operation() != null) {
            throw new IllegalStateException(
                    operation.name()
                            + " is no operation of "
                            + service.scope()
                            + ", or is listed twice");
        }
        of(service).put(operation.name(), new Entry(operation.name(), known.shape(), operation));
    }

    @Nullable Entry find(Service service, String name) {
        return of(service).get(name);
    }

    Collection<Entry> entries(Service service) {
        return of(service).values();
    }

    private Map<String, Entry> of(Service service) {
        return entries.getOrDefault(service, Map.of());
    }

    private void readNames() {
        try (BufferedReader lines = Constraints.Resources.reader("operations.txt")) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ");
                    Service service = Objects.requireNonNull(Service.ofScope(words[0]), words[0]);
                    String javaName = words.length > 2 ? words[2] : words[1];
                    of(service)
                            .put(
                                    words[1],
                                    new Entry(words[1], new InputShape(service, javaName), null));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One operation of AWS's API.
     *
     * @param operation what serves it; null if nothing does yet
     */
    record Entry(String name, InputShape shape, @Nullable Operation<?, ?> operation) {}
}
