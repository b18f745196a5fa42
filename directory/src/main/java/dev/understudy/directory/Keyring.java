package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets with AES-256-GCM. The master keys stand in a file beside the database, never in it;
 * every purpose has a key of its own, derived from a master key, so that what was sealed for one
 * purpose cannot be opened for another. One master key seals; those it replaced still open.
 *
 * <p>Nonces are 96 random bits: a key may seal 2^32 times before a collision has a chance of 2^-32.
 */
public final class Keyring {
    /**
     * How long a key that seals no more is kept at least: 36 hours, the longest life of a session
     * token (GetSessionToken, GetFederationToken), and one for a server that learns late of its
     * successor.
     */
    public static final Duration KEPT = Duration.ofHours(37);

    private static final Ciphers CIPHERS = new Ciphers();

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable KeyFile file;
    private final SecureRandom random;
    private volatile List<MasterKey> keys;

    private Keyring(@Nullable KeyFile file, List<MasterKey> keys, SecureRandom random) {
        this.file = file;
        this.keys = List.copyOf(keys);
        this.random = random;
    }

    /**
     * A master key, but not its secret.
     *
     * @param id by which what it sealed names it
     * @param retiredAt since when it seals no more; null if it is the one that seals
     */
    public record KeyInfo(String id, @Nullable Instant retiredAt) {}

    /** A keyring that is forgotten with the process. */
    public static Keyring inMemory(SecureRandom random) {
        return new Keyring(null, List.of(MasterKey.random(random)), random);
    }

    /**
     * The keyring of this file, which is made, readable by its owner alone, if it is missing.
     *
     * @throws IOException if it cannot be read or made, or holds no key
     */
    public static Keyring ofFile(Path path, SecureRandom random) throws IOException {
        KeyFile file = new KeyFile(path);
        return new Keyring(file, file.readOrMake(random), random);
    }

    /** The keys, the one that seals first. */
    public List<KeyInfo> keys() {
        return keys.stream().map(key -> new KeyInfo(key.id(), key.retiredAt())).toList();
    }

    /** The id of the key that seals. */
    public String sealingKeyId() {
        return keys.getFirst().id();
    }

    /**
     * Puts a new key before the one that seals, durably; the old one still opens.
     *
     * @throws IOException if the file cannot be replaced; then nothing was changed
     */
    public void rotate(Instant now) throws IOException {
        change(before -> {
            List<MasterKey> after = new ArrayList<>();
            after.add(MasterKey.random(random));
            before.forEach(key -> after.add(key.retiredAt() == null ? key.retired(now) : key));
            return after;
        });
    }

    /**
     * Removes the keys that nothing can need any more: those that no token can be sealed under, and
     * that are not among these.
     *
     * @param inUse the ids of the keys that something stored is sealed under
     * @throws IOException if the file cannot be replaced; then nothing was changed
     */
    public void removeUnused(Instant now, Set<String> inUse) throws IOException {
        change(before ->
                before.stream()
                        .filter(key -> !isDue(key, now) || inUse.contains(key.id()))
                        .toList());
    }

    /** Whether a key is so old that no token can be sealed under it. */
    public boolean hasDue(Instant now) {
        return keys.stream().anyMatch(key -> isDue(key, now));
    }

    private static boolean isDue(MasterKey key, Instant now) {
        return key.retiredAt() != null && !now.isBefore(key.retiredAt().plus(KEPT));
    }

    private synchronized void change(UnaryOperator<List<MasterKey>> change) throws IOException {
        keys = List.copyOf(file == null ? change.apply(keys) : file.change(change));
    }

    /**
     * Reads the file again, which another process may have changed.
     *
     * @throws IOException if it cannot be read; the keys then stay as they were
     */
    public synchronized void refresh() throws IOException {
        if (file != null) {
            keys = List.copyOf(file.read());
        }
    }

    /**
     * Seals for a purpose.
     *
     * @param binding what the sealed belongs to; it must be given again to open
     */
    public Sealed seal(String purpose, byte[] plain, byte[] binding) {
        MasterKey key = keys.getFirst();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = CIPHERS.take();
            set(cipher, Cipher.ENCRYPT_MODE, key, purpose, nonce, binding);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            CIPHERS.give(cipher);
            return new Sealed(key.id(), sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this purpose and binding.
     *
     * @throws SealBroken if it was not, or was changed, or the key is gone
     */
    public byte[] open(String purpose, Sealed sealed, byte[] binding) {
        byte[] bytes = sealed.bytes();
        MasterKey key = find(sealed.keyId());
        if (key == null || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new SealBroken();
        }
        try {
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            Cipher cipher = CIPHERS.take();
            set(cipher, Cipher.DECRYPT_MODE, key, purpose, nonce, binding);
            byte[] plain = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            CIPHERS.give(cipher);
            return plain;
        } catch (GeneralSecurityException broken) {
            throw new SealBroken();
        }
    }

    /**
     * The same under the key that seals now; the sealed itself if it is already, or cannot be
     * opened.
     */
    Sealed reseal(String purpose, Sealed sealed, byte[] binding) {
        if (sealed.keyId().equals(sealingKeyId()) || find(sealed.keyId()) == null) {
            return sealed;
        }
        try {
            byte[] plain = open(purpose, sealed, binding);
            Sealed fresh = seal(purpose, plain, binding);
            Arrays.fill(plain, (byte) 0);
            return fresh;
        } catch (SealBroken broken) {
            // Nobody can use it; it stays as it is, for whoever looks into why.
            return sealed;
        }
    }

    private @Nullable MasterKey find(String keyId) {
        List<MasterKey> known = keys;
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).id().equals(keyId)) {
                return known.get(i);
            }
        }
        return null;
    }

    private static void set(
            Cipher cipher, int mode, MasterKey key, String purpose, byte[] nonce, byte[] binding)
            throws GeneralSecurityException {
        cipher.init(mode, key.key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding);
    }

    @Override
    public String toString() {
        return "Keyring[" + sealingKeyId() + "]";
    }
}
