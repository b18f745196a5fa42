package dev.understudy.signature;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The last line of the canonical request, by what {@code X-Amz-Content-SHA256} says. */
final class PayloadHash {
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private PayloadHash() {}

    /** The line; null if the header says what the body is not, or what is not accepted here. */
    static byte @Nullable [] of(HttpMessage message, Expected expected) {
        String stated = SignatureReader.header(message.headers(), "X-Amz-Content-SHA256");
        if (UNSIGNED.equals(stated)) {
            return expected.unsignedPayload() ? ascii(UNSIGNED) : null;
        }
        byte[] actual = Crypto.hex(Crypto.sha256(message.body(), message.body().length));
        // Streaming forms, whose chunks carry signatures of their own, are hashes of no body and so
        // fail here.
        return stated == null || MessageDigest.isEqual(ascii(stated), actual) ? actual : null;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
