package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Sealed;
import dev.understudy.directory.UniqueIds;
import dev.understudy.policy.AccountId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * An access key that was just made, with its secret, which is told once and then only kept sealed.
 *
 * @param key the entity to store
 * @param secret 40 characters
 */
public record NewAccessKey(AccessKey key, String secret) {
    private static final int SECRET_BYTES = 30;

    /** A key with a fresh id and secret. */
    public static NewAccessKey random(
            AccountId account,
            String userId,
            Instant now,
            Keyring keyring,
            RandomGenerator random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = java.util.Base64.getEncoder().encodeToString(bytes);
        return of(UniqueIds.next("AKIA", account, random), secret, userId, now, keyring);
    }

    /** A key with this id and secret. */
    public static NewAccessKey of(
            String id, String secret, String userId, Instant now, Keyring keyring) {
        Sealed sealed =
                keyring.seal(
                        AccessKey.SECRET_PURPOSE,
                        secret.getBytes(StandardCharsets.UTF_8),
                        id.getBytes(StandardCharsets.UTF_8));
        return new NewAccessKey(
                new AccessKey(id, userId, AccessKeyStatus.ACTIVE, now, sealed), secret);
    }

    /**
     * The secret of a stored key; the caller wipes it.
     *
     * @throws dev.understudy.directory.SealBroken if it was sealed under another master key
     */
    public static byte[] open(AccessKey key, Keyring keyring) {
        return keyring.open(
                AccessKey.SECRET_PURPOSE, key.secret(), key.id().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "NewAccessKey[" + key.id() + "]";
    }
}
