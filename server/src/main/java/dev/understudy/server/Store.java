package dev.understudy.server;

import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.sql.SqliteJournal;
import dev.understudy.server.config.ConfigProblem;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The accounts of a data folder, and the keys of their secrets.
 *
 * @param random the platform's
 */
public record Store(Directory directory, Keyring keyring, SecureRandom random)
        implements AutoCloseable {
    /**
     * Opens the store in this folder, or makes it.
     *
     * @throws ConfigProblem if that cannot be done
     */
    public static Store open(Path folder) {
        SecureRandom random = new SecureRandom();
        try {
            Keyring keyring = Keyring.ofFile(DataFolder.masterKey(folder), random);
            DataFolder.makeDatabase(folder);
            Directory directory = new Directory(new SqliteJournal(DataFolder.database(folder)));
            return new Store(directory, keyring, random);
        } catch (IOException unusable) {
            throw new ConfigProblem("cannot use " + folder + ": " + unusable.getMessage());
        }
    }

    @Override
    public void close() {
        directory.close();
    }
}
