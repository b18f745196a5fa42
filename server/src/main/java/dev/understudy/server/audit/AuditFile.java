package dev.understudy.server.audit;

import dev.understudy.operation.AuditEvent;
import dev.understudy.operation.AuditLog;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The audit log in a file that its owner alone reads, a record a line, written behind by one
 * thread. Whoever asks faster than it is written waits; while it cannot be written nothing is
 * served. A process that is killed loses what waits, at most {@value #MOST_WAITING} records. A file
 * that was moved away is made anew, so that others may rotate it.
 */
public final class AuditFile implements AuditLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("understudy.audit");
    private static final int MOST_WAITING = 8_192;
    private static final int MOST_AT_ONCE = 512;

    private final Path path;
    private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean open = true;
    private volatile boolean closing;
    private @Nullable OutputStream out;
    private @Nullable Object written;

    private AuditFile(Path path) {
        this.path = path;
        this.writer = Thread.ofPlatform().name("audit").daemon().unstarted(this::run);
    }

    /**
     * Opens the log, at its end.
     *
     * @throws IOException if the file cannot be written
     */
    public static AuditFile open(Path path) throws IOException {
        AuditFile log = new AuditFile(path);
        log.reopen();
        log.writer.start();
        return log;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void record(AuditEvent event) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(event);
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<AuditEvent> batch = new ArrayList<>(MOST_AT_ONCE);
        while (!closing || !waiting.isEmpty()) {
            try {
                AuditEvent first = closing ? waiting.poll() : waiting.take();
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, MOST_AT_ONCE - 1);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException closes) {
                // Only closing interrupts it, and the loop asks for that.
            }
        }
    }

    /** Until it is written, or the server closes. */
    private void write(List<AuditEvent> batch) {
        StringBuilder lines = new StringBuilder();
        for (AuditEvent event : batch) {
            lines.append(CloudTrailRecord.of(event)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        while (!written(bytes)) {
            if (closing) {
                LOG.error("{} events of the audit could not be written", batch.size());
                return;
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException closes) {
                // The loop asks.
            }
        }
    }

    private boolean written(byte[] bytes) {
        try {
            if (out == null || !key().equals(written)) {
                reopen();
            }
            Objects.requireNonNull(out).write(bytes);
            if (!open) {
                LOG.info("the audit log {} takes events again", path);
            }
            open = true;
            return true;
        } catch (IOException failed) {
            if (open) {
                LOG.error(
                        "the audit log cannot be written, nothing is served: {}",
                        failed.toString());
            }
            open = false;
            return false;
        }
    }

    /** What tells the file from another of its name; nothing where there is none. */
    private Object key() {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (IOException gone) {
            return "";
        }
    }

    private void reopen() throws IOException {
        closeFile();
        if (!Files.exists(path)) {
            Files.createFile(
                    path,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        out = new FileOutputStream(path.toFile(), true);
        written = key();
    }

    private void closeFile() throws IOException {
        OutputStream known = out;
        out = null;
        if (known != null) {
            known.close();
        }
    }

    /** Writes what waits, and closes. */
    @Override
    public void close() {
        closing = true;
        writer.interrupt();
        try {
            writer.join();
            closeFile();
        } catch (InterruptedException | IOException ended) {
            LOG.error("the audit log was not closed in order: {}", ended.toString());
        }
    }
}
