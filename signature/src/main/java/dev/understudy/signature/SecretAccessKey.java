package dev.understudy.signature;

import java.util.Arrays;

/** A secret access key. It shows itself to nobody but the derivation of signing keys. */
public final class SecretAccessKey {
    private final byte[] bytes;

    private SecretAccessKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The secret in these bytes, which are copied. */
    public static SecretAccessKey of(byte[] bytes) {
        return new SecretAccessKey(bytes.clone());
    }

    /** The bytes that key derivation starts from; the caller wipes them. */
    byte[] derivationStart() {
        byte[] start = Arrays.copyOf(new byte[] {'A', 'W', 'S', '4'}, 4 + bytes.length);
        System.arraycopy(bytes, 0, start, 4, bytes.length);
        return start;
    }

    @Override
    public String toString() {
        return "SecretAccessKey[hidden]";
    }
}
