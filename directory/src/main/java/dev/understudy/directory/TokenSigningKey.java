package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * A key that an account signs its tokens with, as an issuer of web identity tokens.
 *
 * @param issuerId of the account as an issuer; never changes
 * @param keyId unique within the issuer, {@code EC384_0}
 * @param algorithm {@code RS256} or {@code ES384}
 * @param publicKey as JWK, in JSON
 * @param privateKey in PKCS #8, sealed; null once the key signs no more
 * @param createDate second precision
 * @param retiredAt since when it signs no more; null of the one that signs
 */
public record TokenSigningKey(
        String issuerId,
        String keyId,
        String algorithm,
        String publicKey,
        @Nullable Sealed privateKey,
        Instant createDate,
        @Nullable Instant retiredAt)
        implements Entity {
    /**
     * How long the public part of a key that signs no more is told: an hour, the longest life of a
     * token, and ten minutes for the clocks of those who verify.
     */
    public static final Duration KEPT = Duration.ofMinutes(70);

    private static final String PURPOSE = "token-signing-key";

    /** A key that signs, its private part sealed. */
    public static TokenSigningKey seal(
            String issuerId,
            String keyId,
            String algorithm,
            String publicKey,
            byte[] pkcs8,
            Instant now,
            Keyring keyring) {
        Sealed sealed = keyring.seal(PURPOSE, pkcs8, binding(issuerId, keyId));
        return new TokenSigningKey(issuerId, keyId, algorithm, publicKey, sealed, now, null);
    }

    /** Those of the account, by key id. */
    public static Collection<TokenSigningKey> of(Account account) {
        return account.sorted(EntityKind.TOKEN_SIGNING_KEY);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.TOKEN_SIGNING_KEY, keyId);
    }

    /** Whether tokens are signed with it. */
    public boolean signs() {
        return retiredAt == null && privateKey != null;
    }

    /** Whether a token that it signed may still be good. */
    public boolean verifies(Instant now) {
        return retiredAt == null || now.isBefore(retiredAt.plus(KEPT));
    }

    /** The same, signing no more: its private part is forgotten. */
    public TokenSigningKey retired(Instant at) {
        return new TokenSigningKey(issuerId, keyId, algorithm, publicKey, null, createDate, at);
    }

    /**
     * The private part in PKCS #8, which the caller wipes after use.
     *
     * @throws SealBroken if it was sealed by another keyring, or changed
     * @throws IllegalStateException if the key signs no more
     */
    public byte[] open(Keyring keyring) {
        if (privateKey == null) {
            throw new IllegalStateException("key " + keyId + " signs no more");
        }
        return keyring.open(PURPOSE, privateKey, binding(issuerId, keyId));
    }

    /** The same under the key that seals now. */
    TokenSigningKey resealed(Keyring keyring) {
        return privateKey == null
                ? this
                : new TokenSigningKey(
                        issuerId,
                        keyId,
                        algorithm,
                        publicKey,
                        keyring.reseal(PURPOSE, privateKey, binding(issuerId, keyId)),
                        createDate,
                        retiredAt);
    }

    private static byte[] binding(String issuerId, String keyId) {
        return (issuerId + "/" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
