package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The query in the canonical request: decoded, encoded by one rule, sorted by name and then value.
 */
final class CanonicalQuery {
    private static final String SIGNATURE = "X-Amz-Signature";

    private CanonicalQuery() {}

    private record Pair(String name, String value) {}

    /** Writes the query, without the signature itself if that is where it stands. */
    static void write(String rawQuery, boolean presigned, Bytes out) {
        if (rawQuery.isEmpty()) {
            return;
        }
        List<Pair> pairs = new ArrayList<>();
        for (String piece : rawQuery.split("&", -1)) {
            int equals = piece.indexOf('=');
            String name = encoded(equals < 0 ? piece : piece.substring(0, equals));
            if (!piece.isEmpty() && !(presigned && name.equals(SIGNATURE))) {
                pairs.add(new Pair(name, equals < 0 ? "" : encoded(piece.substring(equals + 1))));
            }
        }
        pairs.sort(Comparator.comparing(Pair::name).thenComparing(Pair::value));
        for (int i = 0; i < pairs.size(); i++) {
            if (i > 0) {
                out.add('&');
            }
            out.add(pairs.get(i).name()).add('=').add(pairs.get(i).value());
        }
    }

    private static String encoded(String text) {
        Bytes out = new Bytes(text.length() + 16);
        PercentDecoding.decode(text).forEach(b -> out.addEncoded(b, false));
        return new String(out.array(), 0, out.length(), StandardCharsets.ISO_8859_1);
    }
}
