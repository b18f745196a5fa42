package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes. */
final class Bytes {
    private static final String UPPER_HEX = "0123456789ABCDEF";
    private static final byte[] LOWER_HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final char MOST_ASCII = 0x7F;

    private byte[] array;
    private int length;

    Bytes(int capacity) {
        array = new byte[capacity];
    }

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    Bytes add(char c) {
        if (length == array.length) {
            array = Arrays.copyOf(array, 2 * length + 16);
        }
        array[length++] = (byte) c;
        return this;
    }

    Bytes add(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** The text in UTF-8. */
    Bytes add(String text) {
        int characters = text.length();
        reserve(characters);
        // Locals, because the compiler cannot keep fields in registers past a store to the array.
        byte[] out = array;
        int at = length;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c > MOST_ASCII) {
                length = at;
                return add(text.substring(i).getBytes(StandardCharsets.UTF_8));
            }
            out[at++] = (byte) c;
        }
        length = at;
        return this;
    }

    /** The bytes as small hexadecimal digits. */
    Bytes addHex(byte[] bytes) {
        reserve(2 * bytes.length);
        byte[] out = array;
        int at = length;
        for (byte b : bytes) {
            out[at++] = LOWER_HEX[b >> 4 & 15];
            out[at++] = LOWER_HEX[b & 15];
        }
        length = at;
        return this;
    }

    /**
     * A header's value in UTF-8, without blanks at its ends, and with one for every run of them
     * inside.
     */
    Bytes addFolded(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        reserve(end - start);
        byte[] out = array;
        int at = length;
        boolean blank = false;
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            if (c > MOST_ASCII) {
                length = at;
                return addFolded(value.substring(i, end).getBytes(StandardCharsets.UTF_8));
            }
            boolean before = blank;
            blank = isBlank(c);
            if (!blank) {
                out[at++] = (byte) c;
            } else if (!before) {
                out[at++] = ' ';
            }
        }
        length = at;
        return this;
    }

    private Bytes addFolded(byte[] rest) {
        for (int i = 0; i < rest.length; i++) {
            if (!isBlank(rest[i])) {
                add((char) (rest[i] & 0xFF));
            } else if (!isBlank(rest[i - 1])) {
                add(' ');
            }
        }
        return this;
    }

    private static boolean isBlank(int c) {
        return c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }

    private void reserve(int more) {
        if (length + more > array.length) {
            array = Arrays.copyOf(array, 2 * (length + more));
        }
    }

    /** The byte percent-encoded, unless it is unreserved or is a slash that may stay. */
    Bytes addEncoded(byte b, boolean slashStays) {
        boolean plain =
                b >= 'A' && b <= 'Z'
                        || b >= 'a' && b <= 'z'
                        || b >= '0' && b <= '9'
                        || b == '-'
                        || b == '_'
                        || b == '.'
                        || b == '~'
                        || b == '/' && slashStays;
        return plain
                ? add((char) b)
                : add('%').add(UPPER_HEX.charAt(b >> 4 & 15)).add(UPPER_HEX.charAt(b & 15));
    }

    byte[] toArray() {
        return Arrays.copyOf(array, length);
    }
}
