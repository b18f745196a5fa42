package dev.understudy.catalog;

import java.util.Comparator;

/**
 * Names as AWS compares them: case of ASCII letters does not count, and nothing else is equal that
 * is not the same.
 */
final class Names {
    static final Comparator<String> ORDER = Names::compare;

    private Names() {}

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    static String lower(String text) {
        if (!hasUpper(text)) {
            return text;
        }
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            lower.append(lower(text.charAt(i)));
        }
        return lower.toString();
    }

    private static boolean hasUpper(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (lower(text.charAt(i)) != text.charAt(i)) {
                return true;
            }
        }
        return false;
    }

    private static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            int order = lower(a.charAt(i)) - lower(b.charAt(i));
            if (order != 0) {
                return order;
            }
        }
        return a.length() - b.length();
    }
}
