package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signing in by authorization code, over HTTPS; the verifier is that of RFC 7636, appendix B. */
class CodeFlowTest {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String REDIRECT = "http://127.0.0.1:53211/callback";

    private TestIdentityProvider idp;
    private HttpClient client;
    private Instant now = Verifying.NOW;

    @BeforeEach
    void serve() throws IOException {
        idp =
                TestIdentityProvider.builder(() -> now)
                        .clients(
                                List.of(
                                        OidcClient.withoutSecret(
                                                "cli", "http://127.0.0.1/callback"),
                                        new OidcClient(
                                                "web",
                                                "s+ecret",
                                                List.of("https://iam.example.org/oidc/callback"))),
                                List.of("alice", "<b>\"bob\""))
                        .serve(0);
        client = HttpClient.newBuilder().sslContext(idp.authority().trusting()).build();
    }

    @AfterEach
    void close() {
        client.close();
        idp.close();
    }

    private static Map<String, String> request(String... changes) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("client_id", "cli");
        request.put("redirect_uri", REDIRECT);
        request.put("response_type", "code");
        request.put("scope", "openid email");
        request.put("state", "a state");
        request.put("nonce", "n-1");
        request.put("code_challenge", CHALLENGE);
        request.put("code_challenge_method", "S256");
        return changed(request, changes);
    }

    private static Map<String, String> grant(String code, String... changes) {
        Map<String, String> grant = new LinkedHashMap<>();
        grant.put("grant_type", "authorization_code");
        grant.put("code", code);
        grant.put("client_id", "cli");
        grant.put("redirect_uri", REDIRECT);
        grant.put("code_verifier", VERIFIER);
        return changed(grant, changes);
    }

    private static Map<String, String> changed(Map<String, String> form, String... changes) {
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private static String encoded(Map<String, String> form) {
        StringBuilder text = new StringBuilder();
        form.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(idp.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(idp.url() + path))
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> answer(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        String query =
                URI.create(redirect.headers().firstValue("Location").orElseThrow()).getRawQuery();
        return TokenEndpoint.form(query);
    }

    private String code(String... changes) throws IOException, InterruptedException {
        Map<String, String> form = request(changes);
        form.put("subject", "alice");
        return answer(post("/authorize", form)).get("code");
    }

    private static String error(HttpResponse<String> refusal) throws java.text.ParseException {
        assertThat(refusal.statusCode()).isEqualTo(400);
        return String.valueOf(JSONObjectUtils.parse(refusal.body()).get("error"));
    }

    @Test
    void aCodeIsWorthOneTokenWithTheNonce() throws Exception {
        HttpResponse<String> page = get("/authorize?" + encoded(request()));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("alice", "&lt;b&gt;&quot;bob&quot;", "value=\"a state\"")
                .doesNotContain("<b>\"bob\"", "<script");
        Map<String, String> form = request();
        form.put("subject", "alice");
        Map<String, String> answer = answer(post("/authorize", form));
        assertThat(answer).containsEntry("state", "a state").containsEntry("iss", idp.issuer());

        HttpResponse<String> granted = post("/token", grant(answer.get("code")));
        assertThat(granted.statusCode()).isEqualTo(200);
        SignedJWT token =
                SignedJWT.parse(
                        String.valueOf(JSONObjectUtils.parse(granted.body()).get("id_token")));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("alice");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("cli");
        assertThat(token.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(error(post("/token", grant(answer.get("code"))))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, invalid_grant",
        "code_verifier, '', invalid_grant",
        "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, invalid_grant",
        "redirect_uri, http://127.0.0.1:53212/callback, invalid_grant",
        "redirect_uri, http://127.0.0.1/callback, invalid_grant",
        "code, guessed, invalid_grant",
        "client_id, nobody, invalid_client",
        "client_id, web, invalid_client",
        "client_secret, anything, invalid_client",
        "grant_type, password, unsupported_grant_type",
    })
    void aWrongGrantIsRefused(String field, String value, String error) throws Exception {
        assertThat(error(post("/token", grant(code(), field, value)))).isEqualTo(error);
    }

    @Test
    void aRefusalUsesTheCodeUpAndAMinuteEndsIt() throws Exception {
        String code = code();
        assertThat(error(post("/token", grant(code, "redirect_uri", "x"))))
                .isEqualTo("invalid_grant");
        assertThat(error(post("/token", grant(code)))).isEqualTo("invalid_grant");
        String late = code();
        now = now.plusSeconds(61);
        assertThat(error(post("/token", grant(late)))).isEqualTo("invalid_grant");
    }

    @Test
    void aClientWithASecretProvesItself() throws Exception {
        String uri = "https://iam.example.org/oidc/callback";
        String[] asked = {"client_id", "web", "redirect_uri", uri};
        for (String secret : List.of("s+ecret", "s ecret", "")) {
            Map<String, String> grant = grant(code(asked), asked);
            grant.put("client_secret", secret);
            assertThat(post("/token", grant).statusCode())
                    .isEqualTo(secret.equals("s+ecret") ? 200 : 400);
        }
        Map<String, String> grant = grant(code(asked), asked);
        grant.remove("client_id");
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString("web:s%2Becret".getBytes(StandardCharsets.UTF_8));
        assertThat(post("/token", grant, "Authorization", basic).statusCode()).isEqualTo(200);
        assertThat(error(post("/token", grant(code(asked), asked)))).isEqualTo("invalid_client");
        // Another client's code.
        Map<String, String> foreign = grant(code(), asked);
        foreign.put("client_secret", "s+ecret");
        assertThat(error(post("/token", foreign))).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, nobody",
        "redirect_uri, https://evil.example/callback",
        "redirect_uri, http://127.0.0.1:53211/other",
        "redirect_uri, http://127.0.0.1:53211@evil.example/callback",
        "redirect_uri, http://127.0.0.1:1.evil.example/callback",
        "redirect_uri, http://localhost:53211/callback",
        "redirect_uri, ''",
    })
    void nobodyIsRedirectedWhereNoClientIsKnownToBe(String field, String value) throws Exception {
        Map<String, String> form = request(field, value);
        assertThat(get("/authorize?" + encoded(form)).statusCode()).isEqualTo(400);
        form.put("subject", "alice");
        assertThat(post("/authorize", form).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "scope, profile, invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
    })
    void theClientIsToldWhatItDidWrong(String field, String value, String error) throws Exception {
        Map<String, String> answer = answer(get("/authorize?" + encoded(request(field, value))));
        assertThat(answer).containsEntry("error", error).containsEntry("state", "a state");
    }

    @Test
    void whoeverLooksAtThePageMayRefuse() throws Exception {
        Map<String, String> form = request();
        form.put("refuse", "true");
        assertThat(answer(post("/authorize", form)))
                .containsEntry("error", "access_denied")
                .containsEntry("iss", idp.issuer())
                .doesNotContainKey("code");
    }

    @Test
    void theDocumentSaysWhereOneSignsIn() throws Exception {
        Map<String, Object> document =
                JSONObjectUtils.parse(get("/.well-known/openid-configuration").body());
        assertThat(document)
                .containsEntry("authorization_endpoint", idp.url() + "/authorize")
                .containsEntry("token_endpoint", idp.url() + "/token")
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("authorization_response_iss_parameter_supported", true);
    }
}
