package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The services that have service-linked roles, from {@code linked-services.tsv}, which tells its
 * own form; read at the first question.
 */
public final class LinkedServices {
    private static final String POLICIES = "arn:aws:iam::aws:policy/aws-service-role/";
    private static final String NO_POLICY = "-";

    private LinkedServices() {}

    /**
     * The service of this principal; null if it has no service-linked role, or none that is known.
     * Principals are told apart by case.
     */
    public static @Nullable LinkedService find(String principal) {
        return Holder.BY_PRINCIPAL.get(principal);
    }

    /** All of them, sorted by principal. */
    public static Collection<LinkedService> all() {
        return Holder.BY_PRINCIPAL.values();
    }

    /** Loads when first asked for, so that a start does not pay for it. */
    private static final class Holder {
        private static final Map<String, LinkedService> BY_PRINCIPAL = read();

        private Holder() {}
    }

    private static Map<String, LinkedService> read() {
        InputStream data = LinkedServices.class.getResourceAsStream("linked-services.tsv");
        Map<String, LinkedService> services = new LinkedHashMap<>();
        try (BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(data), StandardCharsets.UTF_8));
                Stream<String> lines = in.lines()) {
            lines.filter(line -> !line.startsWith("#"))
                    .map(line -> service(line.split("\t", -1)))
                    .forEach(service -> services.put(service.principal(), service));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(services);
    }

    private static LinkedService service(String[] columns) {
        return new LinkedService(
                columns[0],
                columns[1],
                LinkedService.Suffix.valueOf(columns[2].toUpperCase(Locale.ROOT)),
                columns[3].equals(NO_POLICY) ? null : POLICIES + columns[3],
                LinkedService.Evidence.valueOf(columns[4].toUpperCase(Locale.ROOT)));
    }
}
