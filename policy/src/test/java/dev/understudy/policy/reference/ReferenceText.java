package dev.understudy.policy.reference;

import java.util.ArrayList;
import java.util.List;

/** Patterns of texts and of ARNs. In a pattern that is ready, a backslash makes literal. */
public final class ReferenceText {
    private static final int PARTS = 6;

    private ReferenceText() {}

    /** Small letters for ASCII's capitals; all else stays. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
        }
        return lower.toString();
    }

    /** A pattern of a document, whose backslashes are nothing special. */
    public static String escaped(String pattern, boolean caseMatters) {
        return (caseMatters ? pattern : lower(pattern)).replace("\\", "\\\\");
    }

    /** A pattern that only this text matches. */
    static String literal(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    /**
     * Whether the whole text matches: row by row, which of its beginnings does the pattern's
     * beginning match?
     */
    public static boolean matches(String pattern, String text) {
        boolean[] row = new boolean[text.length() + 1];
        row[0] = true;
        for (int p = 0; p < pattern.length(); p++) {
            char c = pattern.charAt(p);
            boolean[] next = new boolean[row.length];
            boolean any = false;
            if (c == '*') {
                for (int t = 0; t < row.length; t++) {
                    any |= row[t];
                    next[t] = any;
                }
            } else {
                boolean one = c == '?';
                char wanted = c == '\\' ? pattern.charAt(++p) : c;
                for (int t = 1; t < row.length; t++) {
                    next[t] = row[t - 1] && (one || text.charAt(t - 1) == wanted);
                    any |= next[t];
                }
            }
            if (!any) {
                return false;
            }
            row = next;
        }
        return row[text.length()];
    }

    static boolean isStars(String pattern) {
        return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
    }

    /**
     * The six parts of a pattern, split at colons outside of variables; those that are missing
     * match anything.
     */
    static List<String> arnPattern(String pattern, boolean variables) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int end = variables && pattern.startsWith("${", at) ? pattern.indexOf('}', at) + 1 : 0;
            if (end > 0) {
                part.append(pattern, at, end);
                at = end;
            } else if (pattern.charAt(at) == ':' && parts.size() < PARTS - 1) {
                parts.add(part.toString());
                part.setLength(0);
                at++;
            } else {
                part.append(pattern.charAt(at++));
            }
        }
        parts.add(part.toString());
        while (parts.size() < PARTS) {
            parts.add("*");
        }
        return parts;
    }

    /** Whether the ARN matches part by part, where the last part is ready. */
    static boolean arnMatches(List<String> parts, String last, String arn) {
        String[] given = arn.split(":", PARTS);
        if (given.length < PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS - 1; i++) {
            if (!matches(escaped(parts.get(i), true), given[i])) {
                return false;
            }
        }
        return matches(last, given[PARTS - 1]);
    }
}
