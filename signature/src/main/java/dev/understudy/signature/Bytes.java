package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes. */
final class Bytes {
    private static final String UPPER_HEX = "0123456789ABCDEF";

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
        int end = length + bytes.length;
        if (end > array.length) {
            array = Arrays.copyOf(array, 2 * end);
        }
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length = end;
        return this;
    }

    /** The text in UTF-8. */
    Bytes add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
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
