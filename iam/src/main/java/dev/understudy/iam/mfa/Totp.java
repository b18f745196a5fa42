package dev.understudy.iam.mfa;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords: HMAC-SHA1, steps of 30 seconds, six digits.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    /** The time step of an instant. */
    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) STEP_SECONDS);
    }

    /** The code of a time step. */
    static String code(byte[] seed, long step) {
        byte[] hash = hmac(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % MODULUS);
    }

    /** Whether the code is the step's, compared in constant time. */
    static boolean matches(byte[] seed, long step, String code) {
        return MessageDigest.isEqual(
                code(seed, step).getBytes(StandardCharsets.US_ASCII),
                code.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
