package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One master key: every purpose has a key of its own, derived from it. */
final class MasterKey {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 4;

    private final byte[] master;
    private final String id;
    private final @Nullable Instant retiredAt;
    private final Map<String, SecretKey> derived;

    private MasterKey(
            byte[] master, String id, @Nullable Instant retiredAt, Map<String, SecretKey> derived) {
        this.master = master;
        this.id = id;
        this.retiredAt = retiredAt;
        this.derived = derived;
    }

    /** The key of these bytes, which it keeps. */
    static MasterKey of(byte[] master, @Nullable Instant retiredAt) {
        if (master.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes");
        }
        String id =
                HexFormat.of().formatHex(Arrays.copyOf(hmac(master, bytes("key-id")), ID_BYTES));
        return new MasterKey(master, id, retiredAt, new ConcurrentHashMap<>());
    }

    static MasterKey random(SecureRandom random) {
        byte[] master = new byte[BYTES];
        random.nextBytes(master);
        return of(master, null);
    }

    /** Four bytes in hexadecimal; tells nothing of the key. */
    String id() {
        return id;
    }

    /** Since when another key seals; null of the one that seals. */
    @Nullable Instant retiredAt() {
        return retiredAt;
    }

    /** The same, sealing no more. */
    MasterKey retired(Instant at) {
        return new MasterKey(master, id, at, derived);
    }

    /** The line of the key file. */
    String line() {
        String hex = HexFormat.of().formatHex(master);
        return retiredAt == null ? hex : hex + " " + retiredAt.getEpochSecond();
    }

    /**
     * HKDF-SHA256 with one block of output: extract with an empty salt, expand with the purpose as
     * label.
     */
    SecretKey key(String purpose) {
        return derived.computeIfAbsent(
                purpose,
                label -> {
                    byte[] extracted = hmac(new byte[BYTES], master);
                    return new SecretKeySpec(
                            hmac(extracted, bytes("understudy/" + label + "\u0001")), "AES");
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
