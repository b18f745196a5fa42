package dev.understudy.server.issuers;

import dev.understudy.federation.KeySource;
import dev.understudy.federation.VerificationKeys;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of issuers that nobody need be asked for: key sets as text, and key sets in files, which
 * are read again when they change. A file that is gone, or holds no key set, changes nothing: it
 * may be about to be replaced. What it held last holds on.
 */
public final class GivenKeys implements KeySource {
    private static final Logger LOG = LoggerFactory.getLogger(GivenKeys.class);
    private static final long MOST_BYTES = 1024 * 1024;

    private final Map<String, String> texts;
    private final KeySource ofTexts;
    private final Map<String, KeyFile> files = new ConcurrentHashMap<>();

    /**
     * Gives these.
     *
     * @param texts key sets by issuer URL
     * @param files the files that hold key sets, by issuer URL
     * @throws IOException naming the first file that holds none
     */
    public GivenKeys(Map<String, String> texts, Map<String, Path> files) throws IOException {
        this.texts = new ConcurrentHashMap<>(texts);
        this.ofTexts = KeySource.given(this.texts::get);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            this.files.put(file.getKey(), KeyFile.read(file.getValue()));
        }
    }

    /**
     * How a file was when it was looked at.
     *
     * @param identity what tells the file from another of its name; null where there is no telling
     * @param keys the latest that could be read
     */
    private record KeyFile(
            Path path,
            @Nullable Object identity,
            FileTime changedAt,
            long size,
            VerificationKeys keys) {
        static KeyFile read(Path path) throws IOException {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            VerificationKeys keys =
                    now.size() > MOST_BYTES ? null : VerificationKeys.parse(Files.readString(path));
            if (keys == null) {
                throw new IOException(path + " holds no key set");
            }
            return new KeyFile(path, now.fileKey(), now.lastModifiedTime(), now.size(), keys);
        }

        /** The file as it is. */
        KeyFile latest() {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                boolean same =
                        now.size() == size
                                && now.lastModifiedTime().equals(changedAt)
                                && Objects.equals(now.fileKey(), identity);
                return same ? this : changed(now);
            } catch (IOException gone) {
                return this;
            }
        }

        private KeyFile changed(BasicFileAttributes now) {
            try {
                return read(path);
            } catch (IOException unusable) {
                LOG.warn("its keys stay as they were: {}", unusable.getMessage());
                return new KeyFile(path, now.fileKey(), now.lastModifiedTime(), now.size(), keys);
            }
        }
    }

    /** Whether the keys of this issuer are given, so that it is never asked. */
    public boolean has(String issuerUrl) {
        return texts.containsKey(issuerUrl) || files.containsKey(issuerUrl);
    }

    /** Gives one key set more. */
    public void give(String issuerUrl, String keySet) {
        texts.put(issuerUrl, keySet);
    }

    @Override
    public Keys keys(Wanted wanted, Instant now) {
        KeyFile known = files.get(wanted.issuerUrl());
        if (known == null) {
            return ofTexts.keys(wanted, now);
        }
        KeyFile latest = known.latest();
        if (latest != known) {
            files.put(wanted.issuerUrl(), latest);
        }
        return new Keys.Known(latest.keys());
    }
}
