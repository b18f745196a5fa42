package dev.understudy.iam.passwords;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.LoginProfile;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.Sealed;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane: the least that OWASP recommends)
 * and keeps the hashes sealed, so that a copy of the database alone is nothing to guess against.
 *
 * <p>All passwords of one login profile have the profile's one salt. So one computation tells
 * whether a password is the current one or any of two dozen earlier ones. It is made before the
 * transaction, in which the account's other writers wait.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">
 *     Password storage</a>
 */
final class PasswordHashes {
    private static final int FORM = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Keyring keyring;
    private final RandomGenerator random;
    private final Function function;

    /** What makes a hash of salt and password. */
    @FunctionalInterface
    interface Function {
        byte[] compute(byte[] salt, String password);
    }

    PasswordHashes(Keyring keyring, RandomGenerator random) {
        this(keyring, random, PasswordHashes::argon2id);
    }

    PasswordHashes(Keyring keyring, RandomGenerator random, Function function) {
        this.keyring = keyring;
        this.random = random;
        this.function = function;
    }

    /** The hash of a user's first password. */
    Hashed first(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Hashed(salt, function.compute(salt, password));
    }

    /** The hash of a password beside those of the profile. */
    Hashed beside(LoginProfile profile, String password) {
        byte[] known = open(profile.userId(), profile.password());
        if (known == null) {
            return first(password);
        }
        byte[] salt = salt(known);
        return new Hashed(salt, function.compute(salt, password));
    }

    private static byte[] salt(byte[] form) {
        return Arrays.copyOfRange(form, 1, 1 + SALT_BYTES);
    }

    private static byte[] argon2id(byte[] salt, String password) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[HASH_BYTES];
        byte[] plain = password.getBytes(StandardCharsets.UTF_8);
        argon.generateBytes(plain, hash);
        Arrays.fill(plain, (byte) 0);
        return hash;
    }

    /** Form, salt and hash; null if sealed under another master key: then no password is right. */
    private byte @Nullable [] open(String userId, Sealed sealed) {
        try {
            byte[] bytes = keyring.open(LoginProfile.PASSWORD_PURPOSE, sealed, binding(userId));
            return bytes.length == 1 + SALT_BYTES + HASH_BYTES && bytes[0] == FORM ? bytes : null;
        } catch (SealBroken broken) {
            return null;
        }
    }

    private static byte[] binding(String userId) {
        return userId.getBytes(StandardCharsets.UTF_8);
    }

    /** A password after hashing; it compares in constant time and prints nothing. */
    final class Hashed {
        private final byte[] salt;
        private final byte[] hash;

        private Hashed(byte[] salt, byte[] hash) {
            this.salt = salt;
            this.hash = hash;
        }

        /** Whether it can be told beside the profile's passwords, and replace them. */
        boolean fits(LoginProfile profile) {
            byte[] known = open(profile.userId(), profile.password());
            return known == null || Arrays.equals(salt(known), salt);
        }

        /** Whether it is the password of this user that was stored so. */
        boolean is(String userId, Sealed stored) {
            byte[] known = open(userId, stored);
            return known != null && MessageDigest.isEqual(known, form());
        }

        /** The form to store for the user. */
        Sealed seal(String userId) {
            return keyring.seal(LoginProfile.PASSWORD_PURPOSE, form(), binding(userId));
        }

        private byte[] form() {
            return ByteBuffer.allocate(1 + SALT_BYTES + HASH_BYTES)
                    .put((byte) FORM)
                    .put(salt)
                    .put(hash)
                    .array();
        }
    }
}
