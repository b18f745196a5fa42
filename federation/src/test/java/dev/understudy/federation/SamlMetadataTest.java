package dev.understudy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/** What metadata says, and that no document makes its reader do more than read. */
class SamlMetadataTest {
    private static final Path SPEC =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec");

    private static String sample() throws IOException {
        return Files.readString(SPEC.resolve("wire/files/saml-metadata.xml"));
    }

    @Test
    void issuerCertificatesAndEndAreRead() throws IOException {
        SamlMetadata metadata = SamlMetadata.parse(sample());
        assertThat(metadata).isNotNull();
        assertThat(metadata.validUntil()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        SamlMetadata.Issuer issuer = metadata.issuer("https://idp.example.com/saml");
        assertThat(issuer).isNotNull();
        assertThat(issuer.certificates()).hasSize(1);
        assertThat(issuer.certificates().getFirst().getSubjectX500Principal().getName())
                .isEqualTo("CN=idp.example.com");
        assertThat(metadata.issuer("https://other.example.com")).isNull();
    }

    @Test
    void manyIssuersMayShareOneDocument() throws IOException {
        String one = sample().substring(sample().indexOf("<md:EntityDescriptor"));
        String two = one.replace("https://idp.example.com/saml", "https://second.example.com");
        String all =
                "<m:EntitiesDescriptor xmlns:m=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                        + one
                        + two
                        + "</m:EntitiesDescriptor>";
        SamlMetadata metadata = SamlMetadata.parse(all);
        assertThat(metadata).isNotNull();
        assertThat(metadata.issuers()).hasSize(2);
        assertThat(metadata.validUntil()).as("the outer element does not say").isNull();
        assertThat(metadata.certificateCount()).isEqualTo(2);
    }

    @Test
    void aKeyForEncryptionIsNoneToBelieve() throws IOException {
        assertThat(SamlMetadata.parse(sample().replace("\"signing\"", "\"encryption\""))).isNull();
        assertThat(SamlMetadata.parse(sample().replace(" use=\"signing\"", ""))).isNotNull();
    }

    @Test
    void whatIsNoMetadataIsRefused() throws IOException {
        String sample = sample();
        assertThat(SamlMetadata.parse("")).isNull();
        assertThat(SamlMetadata.parse("x".repeat(2_000))).isNull();
        assertThat(SamlMetadata.parse("<a/>")).isNull();
        assertThat(SamlMetadata.parse(sample.substring(0, sample.length() - 9))).isNull();
        assertThat(SamlMetadata.parse(sample.replace("entityID", "name"))).isNull();
        assertThat(SamlMetadata.parse(sample.replace("IDPSSODescriptor", "SPSSODescriptor")))
                .isNull();
        assertThat(SamlMetadata.parse(sample.replace("SAML:2.0:metadata", "SAML:1.0:metadata")))
                .isNull();
        assertThat(SamlMetadata.parse(sample.replace("MII", "AAA"))).isNull();
        assertThat(SamlMetadata.parse(sample.replace("2030-01-01T00:00:00Z", "tomorrow"))).isNull();
    }

    @Test
    void noDocumentTypeIsRead() throws IOException {
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        for (String type :
                new String[] {
                    "<!DOCTYPE x>",
                    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                    "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/\"> %p;]>"
                }) {
            assertThat(SamlMetadata.parse(sample().replace(head, head + type))).as(type).isNull();
        }
    }

    @Test
    void depthAndNamesAreBounded() throws IOException {
        String body = sample().substring(sample().indexOf("<md:EntityDescriptor"));
        String deep = "<x>".repeat(200) + body + "</x>".repeat(200);
        assertThat(SamlMetadata.parse(deep)).isNull();
        assertThat(SamlMetadata.parse("<x>".repeat(500_000))).isNull();
        StringBuilder attributes = new StringBuilder("<x ");
        for (int i = 0; i < 10_000; i++) {
            attributes.append('a').append(i).append("=\"\" ");
        }
        assertThat(SamlMetadata.parse(attributes + ">" + body + "</x>")).isNull();
        assertThat(SamlMetadata.parse("<" + "n".repeat(1_000_000) + ">")).isNull();
    }

    @Test
    void decryptionKeysAreReadInBothForms() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        assertThat(DecryptionKey.parse(pem("PRIVATE KEY", pkcs8))).isEqualTo(pair.getPrivate());
        // PKCS #8 of RSA is 26 bytes of head around PKCS #1.
        byte[] pkcs1 = java.util.Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThat(DecryptionKey.parse(pem("RSA PRIVATE KEY", pkcs1))).isEqualTo(pair.getPrivate());
        assertThat(DecryptionKey.parse(pem("EC PRIVATE KEY", pkcs8))).isNull();
        assertThat(DecryptionKey.parse(pem("RSA PRIVATE KEY", new byte[0]))).isNull();
        assertThat(DecryptionKey.parse(pem("RSA PRIVATE KEY", new byte[70_000]))).isNull();
        assertThat(DecryptionKey.parse("-----BEGIN PRIVATE KEY-----")).isNull();
        assertThat(DecryptionKey.parse("")).isNull();
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }
}
