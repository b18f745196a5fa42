package dev.understudy.directory;

import java.util.Arrays;

/**
 * Something encrypted.
 *
 * @param keyId names the key
 * @param bytes nonce, ciphertext and tag; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed
                && sealed.keyId.equals(keyId)
                && Arrays.equals(sealed.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
