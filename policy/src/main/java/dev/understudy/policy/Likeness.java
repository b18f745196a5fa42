package dev.understudy.policy;

/**
 * How like two texts are, for hints. Texts of more than {@link #LONGEST} characters are like
 * nothing, so that a hostile one costs nothing.
 */
final class Likeness {
    static final int LONGEST = 512;

    private Likeness() {}

    /** Whether the text is like the pattern, whose stars and question marks are wildcards. */
    static boolean like(String pattern, String text) {
        if (pattern.length() > LONGEST || text.length() > LONGEST) {
            return false;
        }
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether the texts differ, but by no more than a slip of the keyboard. */
    static boolean isSlip(String one, String other) {
        int most = Math.min(one.length(), other.length()) < 12 ? 1 : 2;
        boolean begins = !one.isEmpty() && !other.isEmpty() && one.charAt(0) == other.charAt(0);
        if (!begins
                || one.equals(other)
                || one.length() > LONGEST
                || Math.abs(one.length() - other.length()) > most) {
            return false;
        }
        return distance(one, other) <= most;
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}
