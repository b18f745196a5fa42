package dev.understudy.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The public keys of one issuer, read once and ready to verify with. Keys that no token could be
 * good by are left out: RSA below 2048 bits, other kinds, for encryption.
 */
public final class VerificationKeys {
    private static final int LEAST_RSA_BITS = 2048;

    /** More would make verifying slow, by exponents nobody needs. */
    private static final int MOST_RSA_BITS = 8192;

    private static final int MOST_EXPONENT_BITS = 64;

    /** AWS: 100 keys of each kind. */
    private static final int MOST_KEYS = 200;

    private final List<Key> keys;

    private record Key(JWK jwk, JWSVerifier verifier) {}

    private VerificationKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys in this key set (JWKS, as JSON); null if it is none, or has more keys than AWS
     * takes.
     */
    public static @Nullable VerificationKeys parse(String keySet) {
        if (!(Json.read(keySet) instanceof JsonObject set)
                || !(set.get("keys") instanceof JsonArray array)
                || array.items().size() > MOST_KEYS) {
            return null;
        }
        List<Key> keys = new ArrayList<>();
        for (Json item : array.items()) {
            Key key = key(keySet.substring(item.start(), item.end()));
            if (key != null) {
                keys.add(key);
            }
        }
        return new VerificationKeys(keys);
    }

    /** A key of a kind that nobody here knows is no reason to refuse the others. */
    private static @Nullable Key key(String text) {
        try {
            JWK jwk = JWK.parse(text).toPublicJWK();
            return switch (jwk) {
                case RSAKey rsa when isSound(rsa) -> new Key(rsa, new RSASSAVerifier(rsa));
                case ECKey curve -> new Key(curve, new ECDSAVerifier(curve));
                case null, default -> null;
            };
        } catch (ParseException | JOSEException | RuntimeException unusable) {
            return null;
        }
    }

    private static boolean isSound(RSAKey rsa) {
        return rsa.size() >= LEAST_RSA_BITS
                && rsa.size() <= MOST_RSA_BITS
                && rsa.getPublicExponent().decodeToBigInteger().bitLength() <= MOST_EXPONENT_BITS;
    }

    /** Whether one of them has this {@code kid}; any key will do where a token names none. */
    public boolean has(@Nullable String keyId) {
        return keyId == null || keys.stream().anyMatch(key -> keyId.equals(key.jwk().getKeyID()));
    }

    /**
     * Whether one of the keys that fit the header (kind, curve, use, algorithm, id) made this
     * signature.
     */
    boolean made(Base64URL signature, JWSHeader header, byte[] signedBytes) {
        JWKMatcher fits = JWKMatcher.forJWSHeader(header);
        for (Key key : keys) {
            if (fits.matches(key.jwk())
                    && verifies(key.verifier(), header, signedBytes, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(
            JWSVerifier verifier, JWSHeader header, byte[] signedBytes, Base64URL signature) {
        try {
            return verifier.verify(header, signedBytes, signature);
        } catch (JOSEException unusable) {
            return false;
        }
    }
}
