package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;

import javax.crypto.Cipher;

/**
 * AES-GCM ciphers that nobody uses at the moment: looking a new one up costs as much as sealing a
 * token. A few places without a lock; who finds none makes one, and one too many is dropped. One
 * that met a broken seal is not given back.
 */
final class Ciphers {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable Cipher> idle = new AtomicReferenceArray<>(PLACES);

    /** A cipher for the caller alone, to be initialised anew. */
    Cipher take() throws GeneralSecurityException {
        for (int i = 0; i < PLACES; i++) {
            Cipher cipher = idle.get(i);
            if (cipher != null && idle.compareAndSet(i, cipher, null)) {
                return cipher;
            }
        }
        return Cipher.getInstance(TRANSFORMATION);
    }

    /** Gives it back; it keeps the key it had until it is used again. */
    void give(Cipher cipher) {
        for (int i = 0; i < PLACES; i++) {
            if (idle.get(i) == null && idle.compareAndSet(i, null, cipher)) {
                return;
            }
        }
    }
}
