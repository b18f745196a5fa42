package dev.understudy.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Signing in by SAML as operators may set it up: encrypted, and with old signatures. */
class SamlOptionsTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String PUBLIC = "https://iam.example.org";

    @TempDir private Path folder;
    private final SamlIdentityProvider idp =
            SamlIdentityProvider.create("https://idp.example.org/saml");

    private Server start(boolean sha1) {
        return Servers.start(
                folder, CLOCK, "publicUrl", PUBLIC, "samlAllowSha1", String.valueOf(sha1));
    }

    private static String account(Server server) {
        return Objects.requireNonNull(server.firstStart()).account().toString();
    }

    private static String provider(Server server) {
        return "arn:aws:iam::" + account(server) + ":saml-provider/idp";
    }

    private static String role(Server server) {
        return "arn:aws:iam::" + account(server) + ":role/dev";
    }

    private void make(Server server, Map<String, String> ofProvider) throws IOException {
        Map<String, String> parameters = new HashMap<>(ofProvider);
        parameters.put("Name", "idp");
        parameters.put("SAMLMetadataDocument", idp.metadata());
        Servers.made(server, CLOCK, "CreateSAMLProvider", parameters);
        Servers.made(
                server,
                CLOCK,
                "CreateRole",
                Map.of(
                        "RoleName",
                        "dev",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                                + "\"Principal\":{\"Federated\":\""
                                + provider(server)
                                + "\"},\"Action\":\"sts:AssumeRoleWithSAML\"}}"));
    }

    private static HttpResponse<String> post(Server server, String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(server.apiUrl().resolve("/saml"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static SamlLogin login(Server server) {
        return SamlLogin.of("alice@example.org", "alice", CLOCK.instant())
                .recipient(PUBLIC + "/saml")
                .role(role(server), provider(server));
    }

    @Test
    void anEncryptedResponseEndsAtCredentialsOfTheRoleThatIsTyped() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String key =
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n";
        try (Server server = start(false)) {
            make(server, Map.of("AssertionEncryptionMode", "Required", "AddPrivateKey", key));
            String response = idp.respond(login(server).encryptedFor(pair.getPublic()));
            HttpResponse<String> page = post(server, "SAMLResponse", response);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("name=\"roleArn\"", "name=\"providerArn\"")
                    .doesNotContain("alice", role(server));
            HttpResponse<String> granted = typed(server, response, role(server));
            assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
            assertThat(granted.body()).contains("alice@example.org", "assumed-role/dev/alice");
            // Where encryption is required, what is not encrypted proves nothing.
            HttpResponse<String> plain = typed(server, idp.respond(login(server)), role(server));
            assertThat(plain.statusCode()).isEqualTo(400);
            assertThat(plain.body()).contains("InvalidIdentityToken").doesNotContain("ASIA");
        }
    }

    private static HttpResponse<String> typed(Server server, String response, String role)
            throws IOException, InterruptedException {
        return post(
                server,
                "SAMLResponse",
                response,
                "roleArn",
                " " + role + " ",
                "providerArn",
                provider(server));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sha1IsTakenWhereTheOperatorSaysSo(boolean allowed) throws Exception {
        try (Server server = start(allowed)) {
            make(server, Map.of());
            HttpResponse<String> answer =
                    post(
                            server,
                            "SAMLResponse",
                            idp.respond(login(server), SamlFault.SHA1),
                            "choice",
                            role(server) + "," + provider(server));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(allowed ? 200 : 400);
            assertThat(answer.body().contains("ASIA")).isEqualTo(allowed);
            // What is broken otherwise stays broken.
            HttpResponse<String> unsigned =
                    post(
                            server,
                            "SAMLResponse",
                            idp.respond(login(server), SamlFault.UNSIGNED),
                            "choice",
                            role(server) + "," + provider(server));
            assertThat(unsigned.statusCode()).isEqualTo(400);
        }
    }
}
