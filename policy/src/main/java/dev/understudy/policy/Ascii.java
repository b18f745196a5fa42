package dev.understudy.policy;

/**
 * Case of ASCII letters only: no locale and no Unicode folding can make two names equal that AWS
 * tells apart.
 */
final class Ascii {
    private Ascii() {}

    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return lowerFrom(text, i);
            }
        }
        return text;
    }

    private static String lowerFrom(String text, int start) {
        char[] chars = text.toCharArray();
        for (int i = start; i < chars.length; i++) {
            char c = chars[i];
            if (c >= 'A' && c <= 'Z') {
                chars[i] = (char) (c + ('a' - 'A'));
            }
        }
        return new String(chars);
    }
}
