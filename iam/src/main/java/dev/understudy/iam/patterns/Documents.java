package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.MalformedPolicyDocument;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;

import java.nio.charset.StandardCharsets;

/** Policy documents on their way in, read by AWS's rules, and out, encoded as AWS does. */
public final class Documents {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final boolean[] UNRESERVED = unreserved();

    private Documents() {}

    /** An inline policy's document, or MalformedPolicyDocument. */
    public static PolicyDocument inline(String text) {
        return valid(PolicyReader.readInline(text));
    }

    /** The document of a reading, or MalformedPolicyDocument with AWS's text. */
    public static PolicyDocument valid(PolicyReading reading) {
        return switch (reading) {
            case PolicyReading.Valid valid -> valid.document();
            case PolicyReading.Invalid invalid ->
                    throw MalformedPolicyDocument.because(invalid.message());
        };
    }

    /** A document as it goes out: percent-encoded by RFC 3986. */
    public static String encoded(PolicyDocument document) {
        return encoded(document.text());
    }

    /** A text as it goes out: percent-encoded by RFC 3986. */
    public static String encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int escapes = 0;
        for (byte b : bytes) {
            escapes += isUnreserved(b) ? 0 : 1;
        }
        byte[] out = new byte[bytes.length + 2 * escapes];
        int end = 0;
        for (byte b : bytes) {
            if (isUnreserved(b)) {
                out[end++] = b;
            } else {
                out[end++] = '%';
                out[end++] = HEX[b >> 4 & 15];
                out[end++] = HEX[b & 15];
            }
        }
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static boolean isUnreserved(byte b) {
        return b >= 0 && UNRESERVED[b];
    }

    private static boolean[] unreserved() {
        boolean[] unreserved = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
                .chars()
                .forEach(c -> unreserved[c] = true);
        return unreserved;
    }
}
