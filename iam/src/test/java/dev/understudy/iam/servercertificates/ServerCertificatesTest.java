package dev.understudy.iam.servercertificates;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.EntityForm;
import dev.understudy.directory.ServerCertificate;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.SampleFiles;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** Certificates for servers: what is taken in, and that no private key comes out. */
class ServerCertificatesTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer upload(String name, String body, String key, String... more) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "ServerCertificateName",
                                name,
                                "CertificateBody",
                                body,
                                "PrivateKey",
                                key));
        parameters.addAll(List.of(more));
        return admin.call("UploadServerCertificate", parameters.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "server.pem, key-pkcs8.pem",
        "server.pem, key-pkcs1.pem",
        "server-ec.pem, key-ec.pem",
        "server-ec.pem, key-ec-pkcs8.pem"
    })
    void everyFormOfAKeyIsRead(String certificate, String key) {
        Answer uploaded = upload("c", SampleFiles.text(certificate), SampleFiles.text(key)).ok();
        assertThat(uploaded.text("ServerCertificateId")).startsWith("ASCA").hasSize(21);
        assertThat(uploaded.text("Expiration")).isEqualTo("2049-12-31T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "server.pem, key-ec.pem, KeyPairMismatch",
        "server-ec.pem, key-pkcs8.pem, KeyPairMismatch",
        "signing-2.pem, key-pkcs8.pem, KeyPairMismatch",
        "server.pem, key-encrypted.pem, MalformedCertificate",
        "server.pem, server.pem, MalformedCertificate",
        "key-pkcs8.pem, key-pkcs8.pem, MalformedCertificate",
        "chain.pem, key-pkcs8.pem, MalformedCertificate",
        "server-expired.pem, key-pkcs8.pem, MalformedCertificate"
    })
    void whatDoesNotBelongTogetherIsRefused(String certificate, String key, String code) {
        upload("c", SampleFiles.text(certificate), SampleFiles.text(key)).refused(code);
        assertThat(admin.call("ListServerCertificates").ok().has("Arn")).isFalse();
    }

    @Test
    void everyChangedByteOfAKeyIsRefusedInWordsOfAws() {
        String good = SampleFiles.text("key-ec.pem");
        String certificate = SampleFiles.text("server-ec.pem");
        int start = good.indexOf('\n') + 1;
        for (int i = start; i < good.indexOf("-----END") - 1; i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            String changed = good.substring(0, i) + other + good.substring(i + 1);
            Answer answer = upload("c", certificate, changed);
            if (answer.status() == 200) {
                // Bits that no key is made of: the public part, which SEC 1 repeats.
                admin.call("DeleteServerCertificate", "ServerCertificateName", "c").ok();
            } else {
                assertThat(answer.code()).isIn("MalformedCertificate", "KeyPairMismatch");
            }
        }
    }

    @Test
    void theChainMustLeadFromIssuerToIssuer() {
        String body = SampleFiles.text("server.pem");
        String key = SampleFiles.text("key-pkcs8.pem");
        upload("c", body, key, "CertificateChain", SampleFiles.text("chain-reversed.pem"))
                .refused(
                        400,
                        "MalformedCertificate",
                        "Unable to validate certificate chain. The certificate chain must start with"
                                + " the immediate signing certificate, followed by any"
                                + " intermediaries in order. The index within the chain of the"
                                + " invalid certificate is: -1");
        upload("c", body, key, "CertificateChain", "garbage").refused("MalformedCertificate");
        upload("c", body, key, "CertificateChain", SampleFiles.text("chain.pem")).ok();
    }

    @Test
    void thePrivateKeyNeverComesOut() {
        String key = SampleFiles.text("key-pkcs8.pem");
        String secret = key.lines().skip(1).findFirst().orElseThrow();
        upload("c", SampleFiles.text("server.pem"), key, "Path", "/cdn/").ok();
        for (Answer answer :
                List.of(
                        admin.call("GetServerCertificate", "ServerCertificateName", "C"),
                        admin.call("ListServerCertificates", "PathPrefix", "/cdn"))) {
            assertThat(answer.ok().toString()).doesNotContain(secret).doesNotContain("PrivateKey");
        }
        ServerCertificate stored = world.account(TRUSTING).credentials().serverCertificate("c");
        assertThat(stored).isNotNull();
        assertThat(EntityForm.write(stored) + stored).doesNotContain(secret);
        assertThat(
                        new String(
                                world.keyring()
                                        .open(
                                                ServerCertificate.KEY_PURPOSE,
                                                stored.privateKey(),
                                                stored.id().getBytes())))
                .isEqualTo(key);
    }

    @Test
    void namesAreTakenWhateverTheirCase() {
        String body = SampleFiles.text("server.pem");
        String key = SampleFiles.text("key-pkcs8.pem");
        upload("one", body, key).ok();
        upload("ONE", body, key)
                .refused(
                        409,
                        "EntityAlreadyExists",
                        "The Server Certificate with name ONE already exists.");
        upload("two", body, key).ok();
        admin.call(
                        "UpdateServerCertificate",
                        "ServerCertificateName",
                        "two",
                        "NewServerCertificateName",
                        "One")
                .refused("EntityAlreadyExists");
        admin.call(
                        "UpdateServerCertificate",
                        "ServerCertificateName",
                        "two",
                        "NewServerCertificateName",
                        "three",
                        "NewPath",
                        "/x/")
                .ok();
        assertThat(
                        admin.call("GetServerCertificate", "ServerCertificateName", "three")
                                .ok()
                                .text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:server-certificate/x/three");
    }

    @Test
    void twentyAreTheMost() {
        String body = SampleFiles.text("server-ec.pem");
        String key = SampleFiles.text("key-ec.pem");
        for (int i = 0; i < 20; i++) {
            upload("c" + i, body, key).ok();
        }
        upload("one-more", body, key).refused("LimitExceeded");
        assertThat(admin.call("GetAccountSummary").ok().toString())
                .containsPattern("ServerCertificates</key>\\s*<value>20<");
    }
}
