package dev.understudy.directory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A private key that opens encrypted assertions.
 *
 * @param keyId 32 hexadecimal digits in capitals
 * @param timestamp when it was added; second precision
 * @param key its PKCS #8 form, sealed under {@link #PURPOSE}, bound to the key id
 */
public record SamlPrivateKey(String keyId, Instant timestamp, Sealed key) {
    private static final String PURPOSE = "saml-private-key";

    /** The key sealed. */
    public static SamlPrivateKey seal(
            String keyId, Instant timestamp, byte[] pkcs8, Keyring keyring) {
        return new SamlPrivateKey(keyId, timestamp, keyring.seal(PURPOSE, pkcs8, binding(keyId)));
    }

    /**
     * The key's PKCS #8 form, which the caller wipes after use.
     *
     * @throws SealBroken if it was sealed by another keyring, or changed
     */
    public byte[] open(Keyring keyring) {
        return keyring.open(PURPOSE, key, binding(keyId));
    }

    /** The same under the key that seals now. */
    SamlPrivateKey resealed(Keyring keyring) {
        return new SamlPrivateKey(keyId, timestamp, keyring.reseal(PURPOSE, key, binding(keyId)));
    }

    private static byte[] binding(String keyId) {
        return keyId.getBytes(StandardCharsets.UTF_8);
    }
}
