package dev.understudy.directory;

/**
 * Something encrypted.
 *
 * @param keyId names the key
 * @param bytes nonce, ciphertext and tag; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}
