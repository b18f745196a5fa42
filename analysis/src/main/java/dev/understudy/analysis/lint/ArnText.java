package dev.understudy.analysis.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * A resource's text taken apart at the first five colons outside of variables.
 *
 * @param parts six; fewer if the text has fewer
 */
record ArnText(List<String> parts) {
    static final int PARTS = 6;

    static ArnText of(String text) {
        List<String> parts = new ArrayList<>(PARTS);
        int start = 0;
        for (int i = 0; i < text.length() && parts.size() < PARTS - 1; i++) {
            int end = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (end >= 0) {
                i = end;
            } else if (text.charAt(i) == ':') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return new ArnText(parts);
    }

    boolean isWhole() {
        return parts.size() == PARTS;
    }

    String partition() {
        return parts.get(1);
    }

    String service() {
        return parts.get(2);
    }

    String region() {
        return parts.get(3);
    }

    String account() {
        return parts.get(4);
    }

    String resource() {
        return parts.get(5);
    }

    /** Whether a part is what it says: without wildcard and variable. */
    static boolean isLiteral(String part) {
        return !Words.hasWildcard(part) && !part.contains("${");
    }
}
