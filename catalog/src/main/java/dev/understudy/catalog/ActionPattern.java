package dev.understudy.catalog;

/** A policy's pattern for action names: {@code *} any run, {@code ?} one character, in any case. */
final class ActionPattern {
    /** Longer than any service's or action's name, so that hostile patterns cost nothing. */
    private static final int LONGEST_NAME = 256;

    private static final ActionPattern NOTHING = new ActionPattern("");

    private final String pattern;

    private ActionPattern(String pattern) {
        this.pattern = pattern;
    }

    static ActionPattern of(String pattern) {
        StringBuilder simple = new StringBuilder();
        int wanted = 0;
        for (int i = 0; i < pattern.length() && wanted <= LONGEST_NAME; i++) {
            char c = Names.lower(pattern.charAt(i));
            boolean repeated =
                    c == '*' && !simple.isEmpty() && simple.charAt(simple.length() - 1) == '*';
            if (!repeated) {
                simple.append(c);
                wanted += c == '*' ? 0 : 1;
            }
        }
        return wanted > LONGEST_NAME ? NOTHING : new ActionPattern(simple.toString());
    }

    /** Goes back to the last star only: names are short, and so are patterns by now. */
    boolean matches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && fits(pattern.charAt(p), name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return p == pattern.length() || (p == pattern.length() - 1 && pattern.charAt(p) == '*');
    }

    private static boolean fits(char wanted, char c) {
        return wanted == '?' || wanted == Names.lower(c);
    }
}
