package dev.understudy.iam;

import java.nio.ByteBuffer;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An authenticator application as a person has one: it was typed a Base32 seed, and shows codes. It
 * shares nothing with the server but RFC 6238.
 */
public final class VirtualDevice {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] seed;

    public VirtualDevice(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        seed = bytes.array();
    }

    /** What the device shows so many steps of 30 seconds after the instant. */
    public String code(Instant at, int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            long step = at.getEpochSecond() / 30 + steps;
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[19] & 15;
            long number = (ByteBuffer.wrap(hash).getInt(offset) & 0xffffffffL) % 0x80000000L;
            return String.format("%06d", number % 1_000_000);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
