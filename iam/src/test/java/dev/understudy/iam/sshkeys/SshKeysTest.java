package dev.understudy.iam.sshkeys;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.KeyPairGenerator;
import java.util.Base64;

/** SSH public keys; encodings and fingerprint as ssh-keygen made them. */
class SshKeysTest {
    private static final String KEY = SampleFiles.text("ssh-rsa.pub");

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer upload(String body) {
        return admin.call("UploadSSHPublicKey", "UserName", "admin", "SSHPublicKeyBody", body);
    }

    private Answer get(String id, String encoding) {
        return admin.call(
                "GetSSHPublicKey", "UserName", "admin", "SSHPublicKeyId", id, "Encoding", encoding);
    }

    @Test
    void bothEncodingsAreOneKey() {
        Answer uploaded = upload(KEY).ok();
        String id = uploaded.text("SSHPublicKeyId");
        assertThat(id).startsWith("APKA").hasSize(21);
        assertThat(uploaded.text("Fingerprint"))
                .isEqualTo("c0:4f:f6:74:4d:3a:f8:70:96:13:7c:19:8c:1c:10:25");
        assertThat(get(id, "PEM").ok().text("SSHPublicKeyBody").strip())
                .isEqualTo(SampleFiles.text("ssh-rsa.pem").strip());
        assertThat(KEY).startsWith(get(id, "SSH").ok().text("SSHPublicKeyBody"));
        upload(SampleFiles.text("ssh-rsa.pem")).refused("DuplicateSSHPublicKey");
        get(id, "DER").refused("ValidationError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssh-rsa",
                "ssh-rsa AAAA",
                "ssh-rsa !!!!",
                "ssh-rsa AAAAB3NzaC1yc2H/////",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "nothing"
            })
    void whatIsNoKeyIsRefused(String body) {
        assertThat(upload(body).code()).isIn("InvalidPublicKey", "UnrecognizedPublicKeyEncoding");
    }

    @Test
    void shortKeysAndOtherKindsAreRefused() {
        upload(SampleFiles.text("ssh-rsa-1024.pub")).refused("InvalidPublicKey");
        upload(SampleFiles.text("ssh-ed25519.pub")).refused("InvalidPublicKey");
    }

    @Test
    void fiveKeysAreTheMost() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        for (int i = 0; i < 5; i++) {
            byte[] der = generator.generateKeyPair().getPublic().getEncoded();
            upload(
                            "-----BEGIN PUBLIC KEY-----\n"
                                    + Base64.getMimeEncoder().encodeToString(der)
                                    + "\n-----END PUBLIC KEY-----\n")
                    .ok();
        }
        upload(KEY)
                .refused(409, "LimitExceeded", "Cannot exceed quota for SSHPublicKeysPerUser: 5");
        assertThat(admin.call("ListSSHPublicKeys").ok().texts("SSHPublicKeyId")).hasSize(5);
    }

    @Test
    void aKeyIsItsUsersOnlyAndKeepsItsUser() {
        admin.call("CreateUser", "UserName", "bob").ok();
        String id =
                admin.call("UploadSSHPublicKey", "UserName", "bob", "SSHPublicKeyBody", KEY)
                        .ok()
                        .text("SSHPublicKeyId");
        get(id, "SSH")
                .refused(
                        404,
                        "NoSuchEntity",
                        "The SSH Public Key with id " + id + " cannot be found.");
        admin.call("DeleteUser", "UserName", "bob")
                .refused(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must remove referenced objects first.");
        String[] named = {"UserName", "bob", "SSHPublicKeyId", id, "Status", "Inactive"};
        admin.call("UpdateSSHPublicKey", named).ok();
        assertThat(admin.call("ListSSHPublicKeys", "UserName", "bob").ok().text("Status"))
                .isEqualTo("Inactive");
        named[5] = "Expired";
        admin.call("UpdateSSHPublicKey", named).refused("InvalidInput");
        admin.call("DeleteSSHPublicKey", "UserName", "bob", "SSHPublicKeyId", id).ok();
        admin.call("DeleteUser", "UserName", "bob").ok();
    }
}
