package dev.understudy.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** SHA-256, as every Java platform has it. */
final class Crypto {
    private static final MessageDigest SHA256 = newDigest();

    private Crypto() {}

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] sha256(byte[] bytes, int length) {
        MessageDigest digest = copy(SHA256);
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    /** A digest that goes on from where this one is, which stays there. */
    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A digest that has seen these bytes. */
    static MessageDigest begun(byte[] bytes) {
        MessageDigest digest = copy(SHA256);
        digest.update(bytes);
        return digest;
    }

    /** The bytes as small hexadecimal digits. */
    static byte[] hex(byte[] bytes) {
        return new Bytes(2 * bytes.length).addHex(bytes).array();
    }
}
