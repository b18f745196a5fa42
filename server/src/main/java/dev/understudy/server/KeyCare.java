package dev.understudy.server;

import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Resealing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Instant;

/**
 * Carries out what {@code understudy keys rotate} asks for: takes up a new key from the file, seals
 * anew what is stored, and removes old keys once nothing can need them. It may be cut short
 * anywhere, and goes on when it runs again.
 */
public final class KeyCare {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.server");

    private final Directory directory;
    private final Keyring keyring;

    /** Under which key everything stored was found or brought; empty before the first time. */
    private String settledUnder = "";

    /** The keys of these accounts. Nobody else may write them meanwhile. */
    public KeyCare(Directory directory, Keyring keyring) {
        this.directory = directory;
        this.keyring = keyring;
    }

    /**
     * Does what is to be done now; nothing, and without reading an account, if there is but one
     * key.
     *
     * @throws IOException if the file of the keys cannot be read or replaced
     */
    public synchronized void attend(Instant now) throws IOException {
        keyring.refresh();
        if (keyring.keys().size() == 1) {
            return;
        }
        String sealing = keyring.sealingKeyId();
        boolean due = keyring.hasDue(now);
        if (due || !sealing.equals(settledUnder)) {
            int count = Resealing.run(directory, keyring, now);
            settledUnder = sealing;
            LOG.info("sealed {} secrets anew under key {}", count, sealing);
        }
        if (due) {
            int before = keyring.keys().size();
            keyring.removeUnused(now, Resealing.keysInUse(directory));
            LOG.info("removed {} old keys", before - keyring.keys().size());
        }
    }
}
