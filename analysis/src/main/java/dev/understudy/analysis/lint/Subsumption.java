package dev.understudy.analysis.lint;

import java.util.List;

/**
 * Whether one pattern matches all that another does. {@code *} is any run, {@code ?} one character,
 * the rest literal. The wider pattern is matched against the narrower one's own characters: its
 * star takes any of them, its question mark a character or a question mark, and question marks
 * beside a star as many as are certain. That is exact, because texts may hold characters that
 * neither pattern names.
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

    /**
     * As a glob is matched against a text, leftmost first: when it fails it goes back to the last
     * star only.
     */
    private static boolean matches(int[] wide, int[] narrow) {
        int w = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (true) {
            int run = runEnd(wide, w);
            if (run > w) {
                n = skip(narrow, n, run - 1 - w);
                if (n < 0) {
                    return false;
                }
                w = run;
                star = w;
                resume = n;
            } else if (n < narrow.length && w < wide.length && fits(wide[w], narrow[n])) {
                w++;
                n++;
            } else if (n == narrow.length && w == wide.length) {
                return true;
            } else if (star >= 0 && resume < narrow.length) {
                w = star;
                n = ++resume;
            } else {
                return false;
            }
        }
    }

    /** Where a run of question marks that ends with a star ends; the start if there is none. */
    private static int runEnd(int[] wide, int start) {
        int at = start;
        while (at < wide.length && wide[at] == ONE) {
            at++;
        }
        return at < wide.length && wide[at] == RUN ? at + 1 : start;
    }

    /** The first place behind so many characters, which are all that are certain; -1 if none. */
    private static int skip(int[] narrow, int from, int characters) {
        int at = from;
        for (int left = characters; left > 0; at++) {
            if (at == narrow.length) {
                return -1;
            }
            left -= narrow[at] >= ONE ? 1 : 0;
        }
        return at;
    }

    private static boolean fits(int wide, int narrow) {
        return wide == narrow || wide == ONE && narrow >= ONE;
    }
}
