package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parameters of a query string that have to do with the signature. */
final class QueryParameters {
    private static final Set<String> KNOWN =
            Set.of(
                    "X-Amz-Algorithm",
                    "X-Amz-Credential",
                    "X-Amz-Date",
                    "X-Amz-Expires",
                    "X-Amz-SignedHeaders",
                    "X-Amz-Signature",
                    "X-Amz-Security-Token");

    private static final QueryParameters NONE = new QueryParameters(Map.of());

    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /** The parameters; null if one of them is given twice, or in another case than it has. */
    static @Nullable QueryParameters of(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return NONE;
        }
        Map<String, String> values = new HashMap<>();
        for (String piece : rawQuery.split("&", -1)) {
            int equals = piece.indexOf('=');
            String name =
                    PercentDecoding.decode(equals < 0 ? piece : piece.substring(0, equals)).text();
            if (isReserved(name)) {
                String value =
                        equals < 0
                                ? ""
                                : PercentDecoding.decode(piece.substring(equals + 1)).text();
                if (!KNOWN.contains(name) && isCaseVariant(name)
                        || values.put(name, value) != null) {
                    return null;
                }
            }
        }
        return new QueryParameters(values);
    }

    private static boolean isReserved(String name) {
        return name.regionMatches(true, 0, "x-amz-", 0, 6);
    }

    private static boolean isCaseVariant(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(folded));
    }

    boolean isSigned() {
        return values.containsKey("X-Amz-Signature")
                || values.containsKey("X-Amz-Credential")
                || values.containsKey("X-Amz-Algorithm");
    }

    @Nullable String token() {
        return values.get("X-Amz-Security-Token");
    }

    @Nullable String get(String name) {
        return values.get(name);
    }
}
