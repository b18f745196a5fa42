package dev.understudy.analysis.lint;

import java.util.List;

/**
 * Whether one pattern matches all that another does. {@code *} is any run, {@code ?} one character,
 * the rest literal. The wider pattern is matched against the narrower one's own characters: its
 * star takes any of them, its question mark a character or a question mark. That is exact once
 * question marks stand before the star they are next to, because texts may hold characters that
 * neither pattern names; and it composes, so that who covers a coverer covers the covered.
 */
final class Subsumption {
    private static final int ONE = -1;
    private static final int RUN = -2;

    /** Some text that the request gives, taken literally: only a star takes it. */
    private static final int VARIABLE = -3;

    private Subsumption() {}

    /** Whether a pattern of actions, or of anything without variables, covers another. */
    static boolean covers(String wide, String narrow) {
        return matches(tokens(wide, false), tokens(narrow, false));
    }

    /**
     * Whether a resource pattern covers another, as the evaluator matches them: part by part, and
     * parts that are left out are anything.
     *
     * @param variables whether the policy's version has them; they stand in the sixth part only
     */
    static boolean coversResource(String wide, String narrow, boolean variables) {
        if (wide.equals(narrow) || Resources.isEverything(wide)) {
            return true;
        }
        boolean unlike = variables && wide.contains("${");
        if (unlike || Resources.isEverything(narrow)) {
            return false;
        }
        List<String> wideParts = ArnText.of(wide).parts();
        List<String> narrowParts = ArnText.of(narrow).parts();
        if (wide.contains("${")
                || narrowParts.stream().limit(ArnText.PARTS - 1).anyMatch(Variables::isUsed)) {
            return false;
        }
        for (int i = 0; i < ArnText.PARTS; i++) {
            boolean replaced = variables && i == ArnText.PARTS - 1;
            int[] narrowPart = tokens(part(narrowParts, i), replaced);
            if (!matches(tokens(part(wideParts, i), false), narrowPart)) {
                return false;
            }
        }
        return true;
    }

    private static String part(List<String> parts, int i) {
        return i < parts.size() ? parts.get(i) : "*";
    }

    /** Runs of wildcards are put in one order: question marks, then at most one star. */
    private static int[] tokens(String pattern, boolean variables) {
        int[] tokens = new int[pattern.length()];
        int count = 0;
        boolean run = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = variables && pattern.startsWith("${", i) ? pattern.indexOf('}', i) : -1;
            if (c == '*') {
                run = true;
            } else if (c == '?') {
                tokens[count++] = ONE;
            } else {
                if (run) {
                    tokens[count++] = RUN;
                    run = false;
                }
                tokens[count++] = end >= 0 ? VARIABLE : c;
                i = end >= 0 ? end : i;
            }
        }
        if (run) {
            tokens[count++] = RUN;
        }
        return java.util.Arrays.copyOf(tokens, count);
    }

    /** As a glob is matched against a text: when it fails it goes back to the last star only. */
    private static boolean matches(int[] wide, int[] narrow) {
        int w = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < narrow.length) {
            if (w < wide.length && wide[w] == RUN) {
                star = w++;
                resume = n;
            } else if (w < wide.length && fits(wide[w], narrow[n])) {
                w++;
                n++;
            } else if (star >= 0) {
                w = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return w == wide.length || w == wide.length - 1 && wide[w] == RUN;
    }

    private static boolean fits(int wide, int narrow) {
        return wide == narrow || wide == ONE && narrow >= ONE;
    }
}
