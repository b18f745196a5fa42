package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Base64;

/** Bytes, written in base64. */
final class BinaryOperator {
    private BinaryOperator() {}

    static @Nullable ValueTest equal(String wanted, boolean variables) {
        byte[] bytes = decode(wanted);
        return bytes == null ? null : (actual, context) -> Arrays.equals(bytes, decode(actual));
    }

    private static byte @Nullable [] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
