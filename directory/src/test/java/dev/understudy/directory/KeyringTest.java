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
import java.util.Arrays;

/** What was sealed opens for the same purpose and owner, and for nobody else. */
class KeyringTest {
    private static final byte[] PLAIN = "canary-secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OWNER = "AKIA1".getBytes(StandardCharsets.UTF_8);

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
}
