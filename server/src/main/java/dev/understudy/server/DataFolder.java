package dev.understudy.server;

import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * The folder that holds a server's state: the database, the master key that is not in it, and the
 * credentials that the first start made. Its owner alone may look into it.
 */
public final class DataFolder implements AutoCloseable {
    private static final String MANAGEMENT_URL = "management-url";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the folder, or makes it, for this process alone.
     *
     * @throws ConfigProblem if another process has it, or it cannot be used
     */
    public static DataFolder open(Path folder) {
        DataFolder opened = openIfFree(folder);
        if (opened == null) {
            throw new ConfigProblem(
                    "a server is running on " + folder + ": stop it first, or use its API instead");
        }
        return opened;
    }

    /**
     * The same; null if another process has it.
     *
     * @throws ConfigProblem if it cannot be used
     */
    public static @Nullable DataFolder openIfFree(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new DataFolder(folder, channel, lock);
        } catch (IOException unusable) {
            String reason =
                    Files.exists(folder) && !Files.isDirectory(folder)
                            ? "it is no folder"
                            : unusable.getClass().getSimpleName() + ": " + unusable.getMessage();
            throw new ConfigProblem("cannot use data folder " + folder + ": " + reason);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** The database. */
    public static Path database(Path folder) {
        return folder.resolve("understudy.db");
    }

    /**
     * Makes the database's file if it is not there, for its owner alone: the folder may be one that
     * others can look into. SQLite gives the files beside it the same mode.
     */
    static void makeDatabase(Path folder) throws IOException {
        Path file = database(folder);
        if (!Files.exists(file)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** The master key. */
    public static Path masterKey(Path folder) {
        return folder.resolve("master.key");
    }

    /**
     * Where the server that has this folder is managed; null if none has it.
     *
     * @throws ConfigProblem if one has it and does not say
     */
    public static @Nullable URI managementUrl(Path folder) {
        Path lock = folder.resolve("lock");
        if (!Files.exists(lock)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            FileLock free = tryLock(channel);
            if (free != null) {
                free.release();
                return null;
            }
            return URI.create(Files.readString(folder.resolve(MANAGEMENT_URL)).strip());
        } catch (IOException | IllegalArgumentException silent) {
            throw new ConfigProblem(
                    "a process has " + folder + " and does not say where it is managed");
        }
    }

    /** Says where the server that has this folder is managed. */
    void announce(URI management) {
        try {
            Files.writeString(folder.resolve(MANAGEMENT_URL), management + "\n");
        } catch (IOException unwritable) {
            throw new ConfigProblem("cannot write into " + folder + ": " + unwritable.getMessage());
        }
    }

    /** The credentials that the first start made. */
    public static Path credentials(Path folder) {
        return folder.resolve("credentials");
    }

    /** Deletes a folder that was made for a short time, and the files in it. */
    public static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException left) {
            // Somebody else is in it, or it is gone already.
        }
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException gone) {
            // The process ends, and the lock with it.
        }
    }
}
