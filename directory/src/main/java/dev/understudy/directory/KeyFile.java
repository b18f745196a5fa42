package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The file of the master keys, a line each: the first seals; behind each other stands since when,
 * in seconds since 1970, it does not. It is replaced as a whole, so that a crash leaves the old one
 * or the new one, and changed by one process at a time.
 */
final class KeyFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A lock on a file keeps other processes out, but not other threads of this one. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /** The keys; a new one in a new file if there is none. */
    List<MasterKey> readOrMake(SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            return change(keys -> keys.isEmpty() ? List.of(MasterKey.random(random)) : keys);
        }
        return read();
    }

    /** The keys, the one that seals first. */
    List<MasterKey> read() throws IOException {
        List<MasterKey> keys = new ArrayList<>();
        try {
            for (String line : Files.readString(file).strip().split("\n")) {
                keys.add(key(line.strip()));
            }
        } catch (IllegalArgumentException | DateTimeException noKey) {
            // The cause would print the line.
            throw new IOException(file + " does not hold keys");
        }
        boolean oneSeals = keys.stream().filter(key -> key.retiredAt() == null).count() == 1;
        if (!oneSeals || keys.getFirst().retiredAt() != null) {
            throw new IOException(file + " does not hold exactly one key that seals, first");
        }
        return keys;
    }

    private static MasterKey key(String line) {
        int space = line.indexOf(' ');
        String hex = space < 0 ? line : line.substring(0, space);
        @Nullable Instant retired =
                space < 0 ? null : Instant.ofEpochSecond(Long.parseLong(line.substring(space + 1)));
        return MasterKey.of(HexFormat.of().parseHex(hex), retired);
    }

    /** Replaces the keys by what the change makes of them, and answers the new ones. */
    List<MasterKey> change(UnaryOperator<List<MasterKey>> change) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        IN_THIS_PROCESS.lock();
        try (FileChannel channel =
                        FileChannel.open(
                                lock,
                                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                                OWNER_ONLY);
                var held = channel.lock()) {
            List<MasterKey> before = Files.exists(file) ? read() : List.of();
            List<MasterKey> after = change.apply(before);
            if (!after.equals(before)) {
                replace(after);
            }
            return after;
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private void replace(List<MasterKey> keys) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        StringBuilder lines = new StringBuilder();
        keys.forEach(key -> lines.append(key.line()).append('\n'));
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OWNER_ONLY)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            // The new name must be on the disk before anything is sealed under the new key.
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
