package dev.understudy.idp.keys;

import java.util.Base64;

/** Bytes as text between lines that name what they are: RFC 7468. */
public final class Pem {
    private static final byte[] LINE_END = {'\n'};
    private static final int LINE = 64;

    private Pem() {}

    /** The text. */
    public static String text(String label, byte[] bytes) {
        return begin(label)
                + "\n"
                + Base64.getMimeEncoder(LINE, LINE_END).encodeToString(bytes)
                + "\n"
                + end(label)
                + "\n";
    }

    /**
     * The bytes of the first block with this label.
     *
     * @throws IllegalArgumentException if there is none, or it is no base64
     */
    public static byte[] bytes(String label, String text) {
        int begin = text.indexOf(begin(label));
        int end = text.indexOf(end(label));
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("there is no " + label);
        }
        return Base64.getMimeDecoder()
                .decode(text.substring(begin + begin(label).length(), end).strip());
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
