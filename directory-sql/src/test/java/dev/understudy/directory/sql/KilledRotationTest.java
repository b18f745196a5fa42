package dev.understudy.directory.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entities;
import dev.understudy.directory.Entity;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Resealing;
import dev.understudy.directory.Sealed;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A rotation that is killed anywhere leaves every secret and every token that can be opened. */
class KilledRotationTest {
    private static final int KILLS = 12;

    @TempDir private Path folder;

    @Test
    void aKillInTheMiddleOfARotationLosesNothing() throws Exception {
        Random random = new Random(5);
        List<String> tokens = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            tokens.addAll(rotateAndKill(1 + random.nextInt(12)));
            Keyring keyring = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
            try (Directory directory =
                    new Directory(new SqliteJournal(folder.resolve("killed.db")))) {
                secretsOpen(directory, keyring);
                tokens.forEach(token -> assertThat(open(keyring, token)).isEqualTo("a session"));
                Resealing.run(directory, keyring, Entities.AT);
                secretsOpen(directory, keyring);
                assertThat(Resealing.keysInUse(directory)).containsOnly(keyring.sealingKeyId());
            }
        }
        assertThat(tokens.size()).isGreaterThan(KILLS);
        removesWhatIsDue(tokens);
    }

    private void removesWhatIsDue(List<String> tokens) throws IOException {
        Keyring keyring = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
        try (Directory directory = new Directory(new SqliteJournal(folder.resolve("killed.db")))) {
            keyring.removeUnused(Entities.AT.plus(Keyring.KEPT), Resealing.keysInUse(directory));
            assertThat(keyring.keys()).hasSize(1);
            secretsOpen(directory, keyring);
        }
        assertThat(tokens).isNotEmpty();
    }

    private static void secretsOpen(Directory directory, Keyring keyring) {
        assertThat(directory.accounts()).hasSize(2);
        for (AccountId id : directory.accounts()) {
            Account account = directory.account(id);
            assertThat(account).isNotNull();
            List<AccessKey> keys = new ArrayList<>();
            for (Entity entity : account.entities()) {
                if (entity instanceof AccessKey key) {
                    keys.add(key);
                }
            }
            assertThat(keys).hasSize(40);
            keys.forEach(key ->
                    assertThat(
                                    keyring.open(
                                            AccessKey.SECRET_PURPOSE,
                                            key.secret(),
                                            KilledRotation.bytes(key.id())))
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo(KilledRotation.secret(key.id())));
        }
    }

    private static String open(Keyring keyring, String token) {
        String[] parts = token.split(" ");
        Sealed sealed = new Sealed(parts[0], HexFormat.of().parseHex(parts[1]));
        byte[] plain = keyring.open(KilledRotation.TOKEN, sealed, KilledRotation.bytes("ASIA"));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** The tokens that the process told of before it was killed, in the rotation after so many. */
    private List<String> rotateAndKill(int rotations) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledRotation.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() == 1 + rotations) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(process.exitValue()).as("killed, not ended").isNotZero();
        // The last line may be cut by the kill: sealed are 9 bytes, a nonce and a tag.
        lines.removeIf(line -> !line.matches("[0-9a-f]{8} [0-9a-f]{74}"));
        return lines;
    }
}
