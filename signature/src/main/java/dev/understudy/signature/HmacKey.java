package dev.understudy.signature;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A key of HMAC-SHA-256, immutable and for many threads. It holds the digest after the key's block
 * from the inside and from the outside, so that a message costs two compressions less than with the
 * key itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104#section-4">RFC 2104, implementation note</a>
 */
final class HmacKey {
    private static final int BLOCK = 64;
    private static final byte INSIDE = 0x36;
    private static final byte OUTSIDE = 0x5C;

    private final MessageDigest inside;
    private final MessageDigest outside;

    private HmacKey(MessageDigest inside, MessageDigest outside) {
        this.inside = inside;
        this.outside = outside;
    }

    static HmacKey of(byte[] key) {
        byte[] block =
                Arrays.copyOf(key.length > BLOCK ? Crypto.sha256(key, key.length) : key, BLOCK);
        HmacKey made = new HmacKey(begun(block, INSIDE), begun(block, OUTSIDE));
        Arrays.fill(block, (byte) 0);
        return made;
    }

    private static MessageDigest begun(byte[] block, byte pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        MessageDigest digest = Crypto.begun(padded);
        Arrays.fill(padded, (byte) 0);
        return digest;
    }

    byte[] sign(byte[] message, int length) {
        MessageDigest inner = Crypto.copy(inside);
        inner.update(message, 0, length);
        MessageDigest outer = Crypto.copy(outside);
        outer.update(inner.digest());
        return outer.digest();
    }
}
