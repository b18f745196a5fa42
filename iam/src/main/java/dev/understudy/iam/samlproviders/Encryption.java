package dev.understudy.iam.samlproviders;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SamlPrivateKey;
import dev.understudy.federation.DecryptionKey;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.iam.errors.LimitExceeded;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.WritingCall;

import org.jspecify.annotations.Nullable;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a request does to the encryption of assertions. The model names the members and the limit of
 * two keys; which combinations AWS refuses is not published, and decided here: a key that no reader
 * reads, encryption required without a key to decrypt by, and adding and removing at once, for
 * which the documentation asks two requests.
 */
final class Encryption {
    private static final int MOST_KEYS = 2;
    private static final String REQUIRED = "Required";
    private static final int ID_BYTES = 16;

    private Encryption() {}

    /** The keys with one more; the same if none is added. */
    static List<SamlPrivateKey> added(
            List<SamlPrivateKey> keys, @Nullable String pem, Keyring keyring, WritingCall call) {
        if (pem == null) {
            return keys;
        }
        PrivateKey key = DecryptionKey.parse(pem);
        if (key == null) {
            throw InvalidInput.because("The private key could not be parsed.");
        }
        if (keys.size() >= MOST_KEYS) {
            throw LimitExceeded.quota("PrivateKeysPerSamlProvider", MOST_KEYS);
        }
        byte[] pkcs8 = key.getEncoded();
        List<SamlPrivateKey> more = new ArrayList<>(keys);
        more.add(SamlPrivateKey.seal(newId(call.random()), call.now(), pkcs8, keyring));
        Arrays.fill(pkcs8, (byte) 0);
        return more;
    }

    /** The keys without this one. */
    static List<SamlPrivateKey> removed(List<SamlPrivateKey> keys, @Nullable String keyId) {
        if (keyId == null) {
            return keys;
        }
        List<SamlPrivateKey> rest = new ArrayList<>(keys);
        if (!rest.removeIf(key -> key.keyId().equals(keyId))) {
            throw NoSuchEntity.samlPrivateKey(keyId);
        }
        return rest;
    }

    /** Passes, or refuses to require what could not be decrypted. */
    static void requireUsable(@Nullable String mode, List<SamlPrivateKey> keys) {
        if (REQUIRED.equals(mode) && keys.isEmpty()) {
            throw InvalidInput.because(
                    "Assertion encryption cannot be required without a private key.");
        }
    }

    static String newId(RandomGenerator random) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
