package dev.understudy.operation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;
import dev.understudy.signature.SecretAccessKey;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Seals sessions into tokens and opens them again. A token is stored nowhere: it holds the session
 * and the secret of its credentials, encrypted under the keyring's key for this purpose and bound
 * to the access key id. Opened tokens are remembered, so that a client that signs many requests
 * pays once.
 */
public final class SessionTokens {
    private static final String PURPOSE = "session-token";

    /**
     * Longer than any token this class makes: session policies of 2,048 characters and 50 tags fit.
     */
    private static final int MAX_TOKEN_LENGTH = 65_536;

    private static final long REMEMBERED = 20_000;

    private final Keyring keyring;
    private final Cache<Presented, Opened> opened =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Tokens under the keyring's keys. */
    public SessionTokens(Keyring keyring) {
        this.keyring = keyring;
    }

    /** A token for these credentials. */
    public String seal(Session session, String accessKeyId, byte[] secret) {
        byte[] plain = SessionForm.write(session, secret);
        Sealed sealed = keyring.seal(PURPOSE, plain, binding(accessKeyId));
        Arrays.fill(plain, (byte) 0);
        return Base64.getEncoder().encodeToString(frame(sealed));
    }

    /**
     * The session of the token, if it is ours, whole, and belongs to this access key id; else null.
     */
    @Nullable Opened open(String token, String accessKeyId) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            return null;
        }
        Presented presented = new Presented(token, accessKeyId);
        Opened known = opened.getIfPresent(presented);
        if (known != null) {
            return known;
        }
        Opened fresh = unseal(token, accessKeyId);
        if (fresh != null) {
            opened.put(presented, fresh);
        }
        return fresh;
    }

    private @Nullable Opened unseal(String token, String accessKeyId) {
        try {
            Sealed sealed = unframe(Base64.getDecoder().decode(token));
            return sealed == null
                    ? null
                    : SessionForm.read(keyring.open(PURPOSE, sealed, binding(accessKeyId)));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return null;
        }
    }

    private static byte[] binding(String accessKeyId) {
        return accessKeyId.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] frame(Sealed sealed) {
        byte[] keyId = sealed.keyId().getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[1 + keyId.length + sealed.bytes().length];
        frame[0] = (byte) keyId.length;
        System.arraycopy(keyId, 0, frame, 1, keyId.length);
        System.arraycopy(sealed.bytes(), 0, frame, 1 + keyId.length, sealed.bytes().length);
        return frame;
    }

    private static @Nullable Sealed unframe(byte[] frame) {
        int length = frame.length == 0 ? 0 : frame[0] & 0xFF;
        if (length == 0 || frame.length < 1 + length) {
            return null;
        }
        return new Sealed(
                new String(frame, 1, length, StandardCharsets.UTF_8),
                Arrays.copyOfRange(frame, 1 + length, frame.length));
    }

    private record Presented(String token, String accessKeyId) {
        @Override
        public String toString() {
            return "Presented[" + accessKeyId + "]";
        }
    }

    /** A session and the secret its holder signs with. */
    record Opened(Session session, SecretAccessKey secret) {}
}
