package dev.understudy.server.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import dev.understudy.federation.KeySource.Keys;
import dev.understudy.federation.KeySource.Wanted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keys that are given as text or as files, which change under way. */
class GivenKeysTest {
    private static final String URL = "https://id.example.org";
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir private Path folder;

    private static String keySet(String id) throws JOSEException {
        return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID(id).generate()).toString();
    }

    private static boolean has(GivenKeys given, String keyId) {
        return given.keys(new Wanted(URL, keyId, List.of()), NOW) instanceof Keys.Known known
                && known.keys().has(keyId);
    }

    @Test
    void aFileIsReadAgainWhenItChangesAndElseHoldsOn() throws Exception {
        Path file = folder.resolve("keys.json");
        Files.writeString(file, keySet("a"));
        GivenKeys given = new GivenKeys(Map.of(), Map.of(URL, file));
        assertThat(given.has(URL)).isTrue();
        assertThat(given.has(URL + "/")).isFalse();
        assertThat(has(given, "a")).isTrue();
        replace(file, keySet("b"));
        assertThat(has(given, "b")).isTrue();
        assertThat(has(given, "a")).isFalse();
        replace(file, "{\"keys\":[");
        assertThat(has(given, "b")).as("half written").isTrue();
        Files.delete(file);
        assertThat(has(given, "b")).as("gone").isTrue();
        replace(file, keySet("c"));
        assertThat(has(given, "c")).isTrue();
        assertThat(has(given, "b")).isFalse();
    }

    /** As whoever rotates keys should: a whole file in the place of another. */
    private void replace(Path file, String text) throws IOException {
        Path next = folder.resolve("next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void textsComeFromTheStartOrLater() throws Exception {
        GivenKeys given = new GivenKeys(Map.of(), Map.of());
        assertThat(given.has(URL)).isFalse();
        given.give(URL, keySet("a"));
        assertThat(given.has(URL)).isTrue();
        assertThat(has(given, "a")).isTrue();
    }

    @Test
    void aStartNeedsEveryFile() throws Exception {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> new GivenKeys(Map.of(), Map.of(URL, missing)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
        Path none = Files.writeString(folder.resolve("none"), "[]");
        assertThatThrownBy(() -> new GivenKeys(Map.of(), Map.of(URL, none)))
                .hasMessageContaining("holds no key set");
    }
}
