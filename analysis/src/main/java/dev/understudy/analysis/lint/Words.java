package dev.understudy.analysis.lint;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what a policy says into sentences. */
final class Words {
    private static final int MOST = 120;

    private Words() {}

    /** In backticks, shortened, and without anything that a terminal would obey. */
    static String quote(String value) {
        return '`' + plain(value) + '`';
    }

    /** Shortened, and without anything that a terminal would obey. */
    static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length() && i < MOST; i++) {
            char c = value.charAt(i);
            int type = Character.getType(c);
            boolean hidden =
                    Character.isISOControl(c)
                            || type == Character.FORMAT
                            || type == Character.LINE_SEPARATOR;
            plain.append(hidden ? '?' : c);
        }
        return plain.append(value.length() > MOST ? "..." : "").toString();
    }

    /** The first few, and how many there are beside them. */
    static String list(Collection<String> values) {
        int most = 4;
        String some =
                values.stream().limit(most).map(Words::quote).collect(Collectors.joining(", "));
        return values.size() > most ? some + " and " + (values.size() - most) + " more" : some;
    }

    /** ASCII letters only matter in names; no locale changes them. */
    static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    /** In lower case as the evaluator does it with actions: ASCII letters, no others. */
    static String ascii(String value) {
        StringBuilder lower = new StringBuilder(value);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            lower.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    static boolean hasWildcard(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }
}
