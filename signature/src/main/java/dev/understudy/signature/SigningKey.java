package dev.understudy.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import javax.crypto.Mac;

/**
 * The key of one credential scope, derived from a secret access key. Immutable, for many threads,
 * worth keeping.
 */
public final class SigningKey {
    /**
     * Initialised and never used itself: each signature clones it, which is a third cheaper than
     * keying a new one.
     */
    private final Mac prototype;

    private SigningKey(Mac prototype) {
        this.prototype = prototype;
    }

    /** The key of this secret for this scope. */
    public static SigningKey derive(SecretAccessKey secret, CredentialScope scope) {
        byte[] start = secret.derivationStart();
        byte[] date = Crypto.hmac(start, ascii(scope.date()));
        byte[] region = Crypto.hmac(date, ascii(scope.region()));
        byte[] service = Crypto.hmac(region, ascii(scope.service()));
        byte[] signing = Crypto.hmac(service, ascii(CredentialScope.TERMINATOR));
        SigningKey key = new SigningKey(Crypto.mac(signing));
        for (byte[] bytes : new byte[][] {start, date, region, service, signing}) {
            Arrays.fill(bytes, (byte) 0);
        }
        return key;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] sign(byte[] stringToSign, int length) {
        Mac mac = Crypto.clone(prototype);
        mac.update(stringToSign, 0, length);
        return mac.doFinal();
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
