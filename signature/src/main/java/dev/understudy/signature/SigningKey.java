package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The key of one credential scope, derived from a secret access key. Immutable, for many threads,
 * worth keeping.
 */
public final class SigningKey {
    private final HmacKey key;

    private SigningKey(HmacKey key) {
        this.key = key;
    }

    /** The key of this secret for this scope. */
    public static SigningKey derive(SecretAccessKey secret, CredentialScope scope) {
        byte[] start = secret.derivationStart();
        byte[] date = hmac(start, scope.date());
        byte[] region = hmac(date, scope.region());
        byte[] service = hmac(region, scope.service());
        byte[] signing = hmac(service, CredentialScope.TERMINATOR);
        SigningKey key = new SigningKey(HmacKey.of(signing));
        for (byte[] bytes : new byte[][] {start, date, region, service, signing}) {
            Arrays.fill(bytes, (byte) 0);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return HmacKey.of(key).sign(message, message.length);
    }

    byte[] sign(byte[] stringToSign, int length) {
        return key.sign(stringToSign, length);
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
