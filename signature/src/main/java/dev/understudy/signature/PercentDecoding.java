package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes percent-encoding away. A plus is a plus, and a percent sign without two digits is itself.
 */
final class PercentDecoding {
    private final byte[] bytes;

    private PercentDecoding(byte[] bytes) {
        this.bytes = bytes;
    }

    static PercentDecoding decode(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int value = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1], in[i + 2]) : -1;
            if (value >= 0) {
                out[length++] = (byte) value;
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return new PercentDecoding(Arrays.copyOf(out, length));
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit((char) (high & 0xFF), 16);
        int l = Character.digit((char) (low & 0xFF), 16);
        return h < 0 || l < 0 || high < 0 || low < 0 ? -1 : h << 4 | l;
    }

    /** Reads one byte. */
    interface ByteReader {
        void read(byte b);
    }

    void forEach(ByteReader reader) {
        for (byte b : bytes) {
            reader.read(b);
        }
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
