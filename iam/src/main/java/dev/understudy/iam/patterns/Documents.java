package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.MalformedPolicyDocument;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;

import java.nio.charset.StandardCharsets;

/** Policy documents on their way in, read by AWS's rules, and out, encoded as AWS does. */
public final class Documents {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

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
        StringBuilder out = new StringBuilder(bytes.length * 2);
        for (byte b : bytes) {
            if (isUnreserved(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
            }
        }
        return out.toString();
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'A' && b <= 'Z'
                || b >= 'a' && b <= 'z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == '_'
                || b == '.'
                || b == '~';
    }
}
