package dev.understudy.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was sealed opens for the same purpose and owner, and for nobody else. */
class KeyringTest {
    private static final byte[] PLAIN = "canary-secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OWNER = "AKIA1".getBytes(StandardCharsets.UTF_8);

    private static final Instant AT = Instant.parse("2026-01-15T12:00:00Z");
    private static final int RESTARTS = 300;
    private static final int SEALED_A_START = 300;

    private final Keyring keyring = Keyring.inMemory(new SecureRandom());

    @Test
    void opensWhatItSealed() {
        Sealed sealed = keyring.seal("p", PLAIN, OWNER);
        assertThat(keyring.open("p", sealed, OWNER)).isEqualTo(PLAIN);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        assertThat(sealed + " " + keyring).doesNotContain("canary").hasSizeLessThan(60);
        assertThat(keyring.seal("p", PLAIN, OWNER).bytes())
                .as("nonces differ")
                .isNotEqualTo(sealed.bytes());
    }

    @Test
    void anythingElseBreaksTheSeal() {
        Sealed sealed = keyring.seal("p", PLAIN, OWNER);
        broken("q", sealed, OWNER, keyring);
        broken("p", sealed, "AKIA2".getBytes(StandardCharsets.UTF_8), keyring);
        broken("p", sealed, OWNER, Keyring.inMemory(new SecureRandom()));
        broken("p", new Sealed("other", sealed.bytes()), OWNER, keyring);
        broken("p", new Sealed(sealed.keyId(), new byte[3]), OWNER, keyring);
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] changed = sealed.bytes().clone();
            changed[i] ^= 1;
            broken("p", new Sealed(sealed.keyId(), changed), OWNER, keyring);
            broken(
                    "p",
                    new Sealed(sealed.keyId(), Arrays.copyOf(sealed.bytes(), i)),
                    OWNER,
                    keyring);
        }
    }

    private static void broken(String purpose, Sealed sealed, byte[] owner, Keyring by) {
        assertThatThrownBy(() -> by.open(purpose, sealed, owner)).isInstanceOf(SealBroken.class);
    }

    @Test
    void theMasterKeyIsItsOwnersAlone(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("master.key");
        Sealed sealed = Keyring.ofFile(file, new SecureRandom()).seal("p", PLAIN, OWNER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Keyring.ofFile(file, new SecureRandom()).open("p", sealed, OWNER))
                .isEqualTo(PLAIN);
        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> Keyring.ofFile(file, new SecureRandom()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whatWasSealedBeforeARotationStillOpens(@TempDir Path folder) throws IOException {
        Keyring own = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
        Keyring running = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
        Sealed before = own.seal("p", PLAIN, OWNER);
        own.rotate(AT);
        Sealed after = own.seal("p", PLAIN, OWNER);
        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        assertThat(own.open("p", before, OWNER)).isEqualTo(PLAIN);
        assertThat(own.keys())
                .containsExactly(
                        new Keyring.KeyInfo(after.keyId(), null),
                        new Keyring.KeyInfo(before.keyId(), AT));
        assertThat(own.toString() + own.keys()).hasSizeLessThan(160);
        broken("p", after, OWNER, running);
        running.refresh();
        assertThat(running.open("p", after, OWNER)).isEqualTo(PLAIN);
        assertThat(running.sealingKeyId()).isEqualTo(after.keyId());
    }

    /** An old key cannot be passed off as the new one: the id is not what opens. */
    @Test
    void aTokenOfAnotherKeyUnderTheNewOnesIdIsRefused() throws IOException {
        Sealed before = keyring.seal("p", PLAIN, OWNER);
        keyring.rotate(AT);
        broken("p", new Sealed(keyring.sealingKeyId(), before.bytes()), OWNER, keyring);
    }

    @Test
    void aKeyGoesWhenItsLastTokenIsExpiredAndNothingIsSealedUnderIt() throws IOException {
        Sealed before = keyring.seal("p", PLAIN, OWNER);
        keyring.rotate(AT);
        Instant due = AT.plus(Keyring.KEPT);
        keyring.removeUnused(due.minusSeconds(1), Set.of());
        assertThat(keyring.open("p", before, OWNER)).isEqualTo(PLAIN);
        assertThat(keyring.hasDue(due.minusSeconds(1))).isFalse();
        assertThat(keyring.hasDue(due)).isTrue();
        keyring.removeUnused(due, Set.of(before.keyId()));
        assertThat(keyring.open("p", before, OWNER)).isEqualTo(PLAIN);
        keyring.removeUnused(due, Set.of());
        broken("p", before, OWNER, keyring);
        assertThat(keyring.keys()).hasSize(1);
    }

    /** Three nodes on one key, each started anew again and again: no nonce comes twice. */
    @Test
    void noNonceComesTwiceOverRestartsAndNodes(@TempDir Path folder) throws IOException {
        Set<String> nonces = new HashSet<>();
        for (int start = 0; start < 3 * RESTARTS; start++) {
            Keyring node = Keyring.ofFile(folder.resolve("master.key"), new SecureRandom());
            for (int i = 0; i < SEALED_A_START; i++) {
                byte[] nonce = Arrays.copyOf(node.seal("p", PLAIN, OWNER).bytes(), 12);
                nonces.add(new String(nonce, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(nonces).hasSize(3 * RESTARTS * SEALED_A_START);
    }

    @Test
    void aFileWithoutExactlyOneSealingKeyFirstIsRefusedAndNotPrinted(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("master.key");
        Keyring.ofFile(file, new SecureRandom());
        String line = Files.readString(file).strip();
        for (String content :
                List.of(line + "\n" + line, line + " 1", line + " x", line + " 1\n" + line, "")) {
            Files.writeString(file, content);
            assertThatThrownBy(() -> Keyring.ofFile(file, new SecureRandom()))
                    .isInstanceOf(IOException.class)
                    .hasMessageNotContaining(line)
                    .hasNoCause();
        }
    }
}
