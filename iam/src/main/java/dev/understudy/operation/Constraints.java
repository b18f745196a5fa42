package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table of constraints, read once. */
final class Constraints {
    private static final Map<String, Map<String, Constraint>> QUERY = read("constraints.tsv");

    /** Organizations' shapes have names that IAM's have too, and are read when first needed. */
    private static final class OfOrganizations {
        private static final Map<String, Map<String, Constraint>> TABLE =
                read("constraints-organizations.tsv");
    }

    private Constraints() {}

    /**
     * The constraints of the shape's members by name; those of a list's members under the name with
     * {@code []}.
     */
    static Map<String, Constraint> of(Service service, String shape) {
        Map<String, Constraint> members = table(service).get(shape);
        return members == null ? Map.of() : members;
    }

    /** The names of all shapes that the service's table speaks of. */
    static Set<String> shapes(Service service) {
        return table(service).keySet();
    }

    private static Map<String, Map<String, Constraint>> table(Service service) {
        return switch (service) {
            case IAM, STS -> QUERY;
            case ORGANIZATIONS -> OfOrganizations.TABLE;
            // EC2's model has none; its operations look at their parameters themselves.
            case EC2 -> Map.of();
        };
    }

    private static Map<String, Map<String, Constraint>> read(String file) {
        Map<String, Map<String, Constraint>> table = new HashMap<>();
        try (BufferedReader lines = Resources.reader(file)) {
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    add(table, line.split("\t", -1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table;
    }

    private static void add(Map<String, Map<String, Constraint>> table, String[] columns) {
        int dot = columns[0].indexOf('.');
        table.computeIfAbsent(columns[0].substring(0, dot), shape -> new HashMap<>())
                .put(
                        columns[0].substring(dot + 1),
                        Constraint.of(columns[1], columns[2], columns[3], columns[4]));
    }

    /** The module's own data files. */
    static final class Resources {
        private Resources() {}

        static BufferedReader reader(String name) {
            return new BufferedReader(
                    new InputStreamReader(
                            Objects.requireNonNull(
                                    Constraints.class.getResourceAsStream(name), name),
                            StandardCharsets.UTF_8));
        }
    }
}
