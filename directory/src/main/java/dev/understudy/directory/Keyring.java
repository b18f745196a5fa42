package dev.understudy.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM. The one master key stands in a file beside the database, never in
 * it; every purpose has a key of its own, derived from the master key, so that what was sealed for
 * one purpose cannot be opened for another.
 *
 * <p>Nonces are 96 random bits: a key may seal 2^32 times before a collision has a chance of 2^-32.
 */
public final class Keyring {
    private static final int MASTER_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_BYTES = 4;

    private final byte[] master;
    private final String keyId;
    private final SecureRandom random;
    private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

    private Keyring(byte[] master, SecureRandom random) {
        this.master = master;
        this.random = random;
        this.keyId = HexFormat.of().formatHex(Arrays.copyOf(hmac(master, "key-id"), KEY_ID_BYTES));
    }

    /** A keyring that is forgotten with the process. */
    public static Keyring inMemory(SecureRandom random) {
        byte[] master = new byte[MASTER_BYTES];
        random.nextBytes(master);
        return new Keyring(master, random);
    }

    /**
     * The keyring of this file, which is made, readable by its owner alone, if it is missing.
     *
     * @throws IOException if it cannot be read or made, or holds no key
     */
    public static Keyring ofFile(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            create(file, random);
        }
        byte[] master;
        try {
            master = HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IllegalArgumentException notHexadecimal) {
            throw new IOException(file + " does not hold a key", notHexadecimal);
        }
        if (master.length != MASTER_BYTES) {
            throw new IOException(file + " does not hold a key of " + MASTER_BYTES + " bytes");
        }
        return new Keyring(master, random);
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] master = new byte[MASTER_BYTES];
        random.nextBytes(master);
        FileAttribute<?> ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(
                        file,
                        java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly)) {
            String line = HexFormat.of().formatHex(master) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        }
        Arrays.fill(master, (byte) 0);
    }

    /**
     * Seals for a purpose.
     *
     * @param binding what the sealed belongs to; it must be given again to open
     */
    public Sealed seal(String purpose, byte[] plain, byte[] binding) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, binding);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return new Sealed(keyId, sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what was sealed for this purpose and binding.
     *
     * @throws SealBroken if it was not, or was changed
     */
    public byte[] open(String purpose, Sealed sealed, byte[] binding) {
        byte[] bytes = sealed.bytes();
        if (!sealed.keyId().equals(keyId) || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new SealBroken();
        }
        try {
            Cipher cipher =
                    cipher(
                            Cipher.DECRYPT_MODE,
                            purpose,
                            Arrays.copyOf(bytes, NONCE_BYTES),
                            binding);
            return cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new SealBroken();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce, byte[] binding)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(binding);
        return cipher;
    }

    /**
     * HKDF-SHA256 with one block of output: extract with an empty salt, expand with the purpose as
     * label.
     */
    private SecretKey key(String purpose) {
        return keys.computeIfAbsent(
                purpose,
                label -> {
                    byte[] extracted = hmac(new byte[MASTER_BYTES], master);
                    return new SecretKeySpec(
                            hmac(extracted, "understudy/" + label + "\u0001"), "AES");
                });
    }

    private static byte[] hmac(byte[] key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
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
        return "Keyring[" + keyId + "]";
    }
}
