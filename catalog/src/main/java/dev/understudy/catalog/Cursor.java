package dev.understudy.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ASCII lines of tab-separated fields from where it stands. The data was checked when it was
 * made: what does not fit is a broken build and throws.
 */
final class Cursor {
    private static final int RADIX = 36;

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int position() {
        return at;
    }

    /** The next field, up to a tab or the end of the line, and past it. */
    String text() {
        int start = at;
        int end = start;
        // The tab and the end of the line are the only characters below the space.
        while (bytes[end] >= ' ') {
            end++;
        }
        at = end + 1;
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** Goes past the end of the line. */
    void skipLine() {
        while (bytes[at] != '\n') {
            at++;
        }
        at++;
    }

    int number() {
        int number = 0;
        while (bytes[at] != '\t' && bytes[at] != '\n') {
            number = number * RADIX + Character.digit(bytes[at++], RADIX);
        }
        at++;
        return number;
    }

    /** The next field's comma-separated parts; none if it is empty. */
    List<String> list() {
        String field = text();
        if (field.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int comma = field.indexOf(','); comma >= 0; comma = field.indexOf(',', start)) {
            parts.add(field.substring(start, comma));
            start = comma + 1;
        }
        parts.add(field.substring(start));
        return List.copyOf(parts);
    }

    int[] numbers() {
        List<String> parts = list();
        int[] numbers = new int[parts.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(parts.get(i));
        }
        return numbers;
    }

    static int number(String digits) {
        return Integer.parseInt(digits, RADIX);
    }
}
