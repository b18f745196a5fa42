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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The issuers that are known to be shared, from {@code shared-issuers.tsv}, which tells its own
 * form; read at the first question.
 */
public final class SharedIssuers {
    private SharedIssuers() {}

    /**
     * The issuer with this URL, which has no {@code https://}; null if it is not known as shared.
     */
    public static @Nullable SharedIssuer find(String url) {
        return Holder.BY_URL.get(url);
    }

    /** All of them, sorted by URL. */
    public static Collection<SharedIssuer> all() {
        return Holder.BY_URL.values();
    }

    /** Loads when first asked for, so that a start does not pay for it. */
    private static final class Holder {
        private static final Map<String, SharedIssuer> BY_URL = read();

        private Holder() {}
    }

    private static Map<String, SharedIssuer> read() {
        InputStream data = SharedIssuers.class.getResourceAsStream("shared-issuers.tsv");
        Map<String, SharedIssuer> issuers = new LinkedHashMap<>();
        try (BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(data), StandardCharsets.UTF_8));
                Stream<String> lines = in.lines()) {
            lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns ->
                            new SharedIssuer(columns[0], columns[1], columns[2].equals("yes")))
                    .forEach(issuer -> issuers.put(issuer.url(), issuer));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Collections.unmodifiableMap(issuers);
    }
}
