package dev.understudy.server.login;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;

/**
 * Credentials in files, each its owner's alone, as {@code credential_process} prints them. What
 * ends within five minutes is not given any more.
 */
public final class CredentialCache {
    private static final Duration RESERVE = Duration.ofMinutes(5);

    private final Path folder;

    /** In this folder, which is made when there is something to keep. */
    public CredentialCache(Path folder) {
        this.folder = folder;
    }

    /** What is kept for these words, as JSON; null if nothing is, or nothing that is still good. */
    public @Nullable String find(List<String> words, Instant now) {
        try {
            String text = Files.readString(file(words));
            JsonNode kept = new JsonMapper().readTree(text);
            Instant end = Instant.parse(kept.path("Expiration").asString(""));
            boolean whole = kept.path("SecretAccessKey").isString();
            return whole && end.isAfter(now.plus(RESERVE)) ? text : null;
        } catch (IOException | JacksonException | DateTimeParseException unusable) {
            // What cannot be used is as good as not there, and will be replaced.
            return null;
        }
    }

    /**
     * Keeps credentials.
     *
     * @throws IOException if they cannot be kept
     */
    public void keep(List<String> words, String json) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh =
                Files.createTempFile(
                        folder,
                        "login",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, json);
        Files.move(fresh, file(words), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(List<String> words) {
        try {
            byte[] name =
                    MessageDigest.getInstance("SHA-256")
                            .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(name) + ".json");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
