package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Textual IP addresses, read without asking any name service. */
final class IpAddress {
    static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    private IpAddress() {}

    /** The bytes of the address, 4 or 16; null if the text is none. */
    static byte @Nullable [] parse(String text) {
        return text.indexOf(':') < 0 ? v4(text) : v6(text);
    }

    private static byte @Nullable [] v4(String text) {
        long number = v4Number(text);
        return number < 0 ? null : ByteBuffer.allocate(V4_BYTES).putInt((int) number).array();
    }

    /**
     * The 32 bits of an IPv4 address: four decimal numbers without leading zeros; -1 if the text is
     * none.
     */
    static long v4Number(String text) {
        long address = 0;
        int at = 0;
        for (int i = 0; i < V4_BYTES; i++) {
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < 3 && isDigit(text.charAt(at))) {
                value = value * 10 + (text.charAt(at++) - '0');
            }
            boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
            boolean ended = i == V4_BYTES - 1 ? at == text.length() : isDot(text, at);
            if (at == start || value > 255 || leadingZero || !ended) {
                return -1;
            }
            address = address << 8 | value;
            at++;
        }
        return address;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDot(String text, int at) {
        return at < text.length() && text.charAt(at) == '.';
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return null;
        }
        if (gap < 0) {
            byte[] all = groups(text);
            return all != null && all.length == V6_BYTES ? all : null;
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > V6_BYTES - 2) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, V6_BYTES);
        System.arraycopy(tail, 0, bytes, V6_BYTES - tail.length, tail.length);
        return bytes;
    }

    /**
     * The bytes of groups between colons, the last of which may be an IPv4 address; null if any is
     * no group.
     */
    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        if (parts.length > V6_BYTES / 2) {
            return null;
        }
        byte[] bytes = new byte[V6_BYTES + 2];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            byte[] part =
                    i == parts.length - 1 && parts[i].indexOf('.') >= 0
                            ? v4(parts[i])
                            : group(parts[i]);
            if (part == null || length + part.length > V6_BYTES) {
                return null;
            }
            System.arraycopy(part, 0, bytes, length, part.length);
            length += part.length;
        }
        return Arrays.copyOf(bytes, length);
    }

    private static byte @Nullable [] group(String text) {
        int value = number(text, 16, 4);
        return value < 0 ? null : new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static int number(String text, int radix, int mostDigits) {
        if (text.isEmpty() || text.length() > mostDigits) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
