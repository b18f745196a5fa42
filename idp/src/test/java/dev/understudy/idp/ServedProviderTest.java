package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Map;

/** A provider over HTTPS, on the loopback address. */
class ServedProviderTest {
    private static final String FORM = "grant_type=client_credentials&client_id=client";

    @TempDir private Path folder;

    private TestIdentityProvider idp;
    private HttpClient client;

    @BeforeEach
    void serve() throws IOException {
        idp = TestIdentityProvider.builder(() -> Verifying.NOW).serve(0);
        client = HttpClient.newBuilder().sslContext(idp.authority().trusting()).build();
    }

    @AfterEach
    void close() {
        client.close();
        idp.close();
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(idp.url() + "/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> json(HttpResponse<String> response) throws ParseException {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return JSONObjectUtils.parse(response.body());
    }

    @Test
    void itsDiscoveryDocumentLeadsToItsKeys() throws Exception {
        Map<String, Object> document =
                json(get(idp.issuer() + "/.well-known/openid-configuration"));
        assertThat(document).containsEntry("issuer", idp.issuer());
        String keys = get((String) document.get("jwks_uri")).body();
        String token = idp.token(Token.of("bob", "client"));
        assertThat(Verifying.refusal(token, idp.issuer(), keys, "client")).isEmpty();
        assertThat(keys).doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void itHandsOutTokensForAForm() throws Exception {
        String token = (String) json(post(FORM + "&subject=bob")).get("id_token");
        assertThat(Verifying.identity(token, idp.issuer(), idp.keySet(), "client").subject())
                .isEqualTo("bob");
        String broken = (String) json(post(FORM + "&flaw=wrong-key")).get("id_token");
        assertThat(Verifying.refusal(broken, idp.issuer(), idp.keySet(), "client")).isNotEmpty();
        String github =
                (String) json(post("grant_type=client_credentials&like=github")).get("id_token");
        assertThat(
                        Verifying.identity(github, idp.issuer(), idp.keySet(), "sts.amazonaws.com")
                                .subject())
                .isEqualTo(Like.GITHUB.subject());
    }

    @Test
    void itRefusesWhatItDoesNotUnderstand() throws Exception {
        for (String form :
                new String[] {
                    "",
                    "grant_type=password",
                    "grant_type=client_credentials",
                    FORM + "&like=nobody",
                    FORM + "&flaw=none",
                    FORM + "&subject=%zz",
                    "like=github&subject=bob&grant_type=client_credentials",
                    FORM + "&subject=" + "x".repeat(70_000)
                }) {
            HttpResponse<String> refused = post(form);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(json(refused)).containsKeys("error", "error_description");
        }
        assertThat(get(idp.url() + "/token").statusCode()).isEqualTo(405);
        assertThat(get(idp.url() + "/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyTrustsItWhoWasNotToldTo() {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(idp.url() + "/keys")).build();
            assertThatThrownBy(() -> stranger.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(javax.net.ssl.SSLHandshakeException.class);
        }
    }

    @Test
    void anotherIssuerIsServedUnderItsPath() throws Exception {
        try (TestIdentityProvider other =
                TestIdentityProvider.builder(() -> Verifying.NOW)
                        .issuer("https://idp.example.org/realms/demo")
                        .authority(idp.authority())
                        .serve(0)) {
            Map<String, Object> document =
                    json(get(other.url() + "/realms/demo/.well-known/openid-configuration"));
            assertThat(document)
                    .containsEntry("issuer", other.issuer())
                    .containsEntry("jwks_uri", other.url() + "/realms/demo/keys");
            assertThat(get((String) document.get("jwks_uri")).body()).isEqualTo(other.keySet());
        }
    }

    @Test
    void anAuthorityIsKeptInItsFolder() throws Exception {
        Authority made = Authority.in(folder);
        Authority again = Authority.in(folder);
        assertThat(again.thumbprint()).isEqualTo(made.thumbprint()).matches("[0-9a-f]{40}");
        assertThat(Files.readString(folder.resolve("ca.pem"))).isEqualTo(again.pem());
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("ca.key"))))
                .isEqualTo("rw-------");
        try (TestIdentityProvider served =
                        TestIdentityProvider.builder(() -> Verifying.NOW)
                                .authority(again)
                                .serve(0);
                HttpClient trusting = HttpClient.newBuilder().sslContext(made.trusting()).build()) {
            HttpResponse<String> keys =
                    trusting.send(
                            HttpRequest.newBuilder(URI.create(served.url() + "/keys")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(keys.body()).isEqualTo(served.keySet());
        }
        Files.writeString(folder.resolve("ca.key"), "c2VjcmV0");
        assertThatThrownBy(() -> Authority.in(folder))
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("c2VjcmV0");
    }
}
