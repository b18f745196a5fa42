package dev.understudy.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The realms, as Keycloak imports them. Each has one user, two clients that ask for ID tokens, and
 * SAML clients that differ in what is signed and encrypted, told apart by the audience.
 */
final class Realms {
    static final String USER = "ada";

    /** Signs the response; SAML's and Keycloak's own ways otherwise. */
    static final String SIGNED_RESPONSE = "response";

    /** Signs the assertion alone. */
    static final String SIGNED_ASSERTION = "assertion";

    /** Signs the assertion and encrypts it in the way that Keycloak does unless told another. */
    static final String ENCRYPTED = "encrypted";

    /** Signs both, and encrypts with AES-128-GCM under the RSA-OAEP of XML Encryption 1.0. */
    static final String ENCRYPTED_AND_SIGNED = "encrypted-signed";

    /** Encrypts in the way that older relying parties want: AES-CBC. */
    static final String ENCRYPTED_CBC = "encrypted-cbc";

    private static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    private Realms() {}

    static String realm(String name, String account, String password, String certificate) {
        String encrypt =
                ",\"saml.encrypt\":\"true\",\"saml.encryption.certificate\":\""
                        + certificate
                        + "\"";
        String gcm =
                encrypt
                        + ",\"saml.encryption.algorithm\":\"http://www.w3.org/2009/xmlenc11#aes128-gcm\""
                        + ",\"saml.encryption.keyAlgorithm\":\""
                        + ENCRYPTION
                        + "rsa-oaep-mgf1p\"";
        String cbc =
                encrypt
                        + ",\"saml.encryption.algorithm\":\""
                        + ENCRYPTION
                        + "aes128-cbc\",\"saml.encryption.keyAlgorithm\":\""
                        + ENCRYPTION
                        + "rsa-oaep-mgf1p\"";
        String clients =
                String.join(
                        ",",
                        client("urn:amazon:webservices", SIGNED_RESPONSE, true, false, ""),
                        client(region("eu-west-1"), SIGNED_ASSERTION, false, true, ""),
                        client(region("eu-west-2"), ENCRYPTED, false, true, encrypt),
                        client(region("eu-west-3"), ENCRYPTED_AND_SIGNED, true, true, gcm),
                        client(region("eu-north-1"), ENCRYPTED_CBC, false, true, cbc));
        return text("realm.json")
                .replace("@SAML@", clients)
                .replace("@REALM@", name)
                .replace("@ACCOUNT@", account)
                .replace("@PASSWORD@", password);
    }

    private static String region(String name) {
        return "https://" + name + ".signin.aws.amazon.com/saml";
    }

    private static String client(
            String audience, String name, boolean response, boolean assertion, String more) {
        return text("saml-client.json")
                .replace("@AUDIENCE@", audience)
                .replace("@NAME@", name)
                .replace("@SIGN_RESPONSE@", Boolean.toString(response))
                .replace("@SIGN_ASSERTION@", Boolean.toString(assertion))
                .replace("@MORE@", more);
    }

    private static String text(String file) {
        try (InputStream in = Realms.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
