package dev.understudy.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.idp.Flaw;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.server.issuers.AddressRules;
import dev.understudy.server.issuers.FetchProblem;
import dev.understudy.server.issuers.SignInProviders;
import dev.understudy.server.issuers.TestCertificates;
import dev.understudy.server.issuers.TestIssuer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The authorization code flow against a provider that says whatever a test wants. */
class CodeFlowTest {
    private static final String REDIRECT = "http://127.0.0.1:1/callback";
    private static final CodeRequest REQUEST =
            new CodeRequest(
                    "the-state", "the-nonce", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    @TempDir private static Path folder;
    private static TestCertificates certificates;
    private TestIssuer provider;
    private TestIdentityProvider forger;
    private SignInProviders providers;

    @BeforeAll
    static void make() throws Exception {
        certificates = new TestCertificates(folder);
    }

    @BeforeEach
    void open() throws Exception {
        provider = new TestIssuer(certificates);
        forger = TestIdentityProvider.of(provider.url(), InstantSource.system());
        providers =
                SignInProviders.by(
                        AddressRules.allowing("127.0.0.0/8,::1/128"),
                        certificates.authorityFile(folder));
        discovery("");
        token(good());
    }

    @AfterEach
    void close() throws IOException {
        providers.close();
        provider.close();
    }

    private void discovery(String more) {
        document(
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"URL/authorize?tenant=1\","
                        + "\"token_endpoint\":\"URL/token\""
                        + more
                        + "}");
    }

    private void document(String text) {
        provider.at(
                "/.well-known/openid-configuration",
                TestIssuer.json(text.replace("URL", provider.url())));
    }

    private void token(Token token) {
        answer(forger.token(token));
    }

    private void answer(String idToken) {
        provider.at("/token", TestIssuer.json("{\"id_token\":\"" + idToken + "\"}"));
    }

    private static Token good() {
        return Token.of("alice", "client").claim("nonce", "the-nonce");
    }

    private CodeFlow flow(String secret) {
        return new CodeFlow(
                providers,
                new OidcClient(provider.url(), "client", secret, "openid email"),
                List.of(),
                REDIRECT);
    }

    private String ended(String... fields) throws FetchProblem {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("state", "the-state");
        answer.put("code", "the-code");
        for (int i = 0; i < fields.length; i += 2) {
            answer.put(fields[i], fields[i + 1]);
        }
        return switch (flow(null).end(REQUEST, answer)) {
            case CodeFlow.Outcome.Token token -> "token of " + token.token().claimedText("sub");
            case CodeFlow.Outcome.Refused refused -> refused.message();
        };
    }

    @Test
    void theRequestIsWhatPkceAndOpenIdConnectAskFor() throws FetchProblem {
        // The challenge of this verifier is in RFC 7636, appendix B.
        assertThat(flow(null).start(REQUEST))
                .isEqualTo(
                        provider.url()
                                + "/authorize?tenant=1&response_type=code&client_id=client"
                                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback"
                                + "&scope=openid+email&state=the-state&nonce=the-nonce"
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                + "&code_challenge_method=S256");
        assertThat(ended()).isEqualTo("token of alice");
        assertThat(provider.bodies().getLast())
                .isEqualTo(
                        "grant_type=authorization_code&code=the-code"
                                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Fcallback"
                                + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
                                + "&client_id=client");
        assertThat(REQUEST.toString()).doesNotContain("the-", "dBjf");
    }

    @Test
    void aSecretGoesAsTheProviderWantsIt() throws FetchProblem {
        Map<String, String> answer = Map.of("state", "the-state", "code", "the-code");
        flow("s:e cret").end(REQUEST, answer);
        assertThat(provider.headers()).contains("Authorization: Basic Y2xpZW50OnMlM0FlK2NyZXQ=");
        assertThat(provider.bodies().getLast()).doesNotContain("client_");
        assertThat(new OidcClient("i", "c", "s:e cret", "openid").toString())
                .doesNotContain("cret");
    }

    @Test
    void aSecretGoesInTheFormWhereBasicIsNotTaken() throws FetchProblem {
        discovery(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]");
        flow("s:e cret").end(REQUEST, Map.of("state", "the-state", "code", "the-code"));
        assertThat(provider.bodies().getLast())
                .endsWith("&client_id=client&client_secret=s%3Ae+cret");
        assertThat(provider.headers()).noneMatch(header -> header.startsWith("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({
        "state, guessed, not the answer",
        "iss, https://evil.example, another identity provider",
        "error, access_denied, The identity provider says access_denied.",
    })
    void anAnswerThatIsNotOursGetsNoTokenAndAsksForNone(String field, String value, String text)
            throws FetchProblem {
        assertThat(ended(field, value)).contains(text);
        assertThat(provider.asked()).doesNotContain("/token");
    }

    @Test
    void aProviderThatNamesItselfMustDoSo() throws FetchProblem {
        discovery(",\"authorization_response_iss_parameter_supported\":true");
        assertThat(ended()).contains("another identity provider");
        assertThat(ended("iss", provider.url())).isEqualTo("token of alice");
    }

    @Test
    void aTokenThatBelongsToAnotherSignInIsNotTaken() throws FetchProblem {
        String refused = "The ID token is not for this sign-in.";
        for (Token swapped :
                List.of(
                        good().claim("nonce", "another"),
                        good().without("nonce"),
                        good().audience("other"),
                        good().without("aud"),
                        good().claim("azp", "other"),
                        good().claim("iss", "https://evil.example"))) {
            token(swapped);
            assertThat(ended()).isEqualTo(refused);
        }
        token(good().audience("other", "client").claim("azp", "client"));
        assertThat(ended()).isEqualTo("token of alice");
        answer(forger.token(good(), Flaw.ALG_NONE));
        assertThat(ended()).isEqualTo("The identity provider sent no ID token.");
    }

    @Test
    void whatTheTokenEndpointSaysIsQuotedInOneLine() throws FetchProblem {
        String body =
                "{\"error\":\"invalid_grant\",\"error_description\":\"a\\nb\\u001b[2J\\u202e"
                        + "x".repeat(9_999)
                        + "\"}";
        provider.at(
                "/token",
                TestIssuer.text(
                        "HTTP/1.1 400 Bad Request\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body));
        assertThat(ended())
                .startsWith("The identity provider says invalid_grant: \"ab[2Jxxx")
                .hasSizeLessThan(300)
                .doesNotContain("\n", "\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: https://evil.example/token\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Oops\r\nContent-Length: 21\r\n\r\n{\"error\":\"try later!\"}",
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 6\r\n\r\n<html>",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"id_token\":[1]}",
                "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
            })
    void whatIsNoAnswerOfATokenEndpointIsNone(String answer) {
        provider.at("/token", TestIssuer.text(answer));
        assertThatThrownBy(this::ended).isInstanceOf(FetchProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"issuer\":\"https://evil.example\",\"authorization_endpoint\":\"URL/a\",\"token_endpoint\":\"URL/t\"}",
                "{\"issuer\":\"URL/\",\"authorization_endpoint\":\"URL/a\",\"token_endpoint\":\"URL/t\"}",
                "{\"authorization_endpoint\":\"URL/a\",\"token_endpoint\":\"URL/t\"}",
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"http://localhost/a\",\"token_endpoint\":\"URL/t\"}",
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"javascript:alert(1)\",\"token_endpoint\":\"URL/t\"}",
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"URL/a\",\"token_endpoint\":\"http://localhost/t\"}",
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"URL/a\",\"token_endpoint\":\"https://u:p@localhost/t\"}",
                "{\"issuer\":\"URL\",\"authorization_endpoint\":\"URL/a\"}",
                "[]",
                "",
            })
    void aDocumentThatIsAnothersOrLeadsAstrayIsNotUsed(String document) {
        document(document);
        assertThatThrownBy(() -> flow(null).start(REQUEST)).isInstanceOf(FetchProblem.class);
        assertThat(provider.asked()).containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void aProviderIsAskedWhereTheRulesAllowAndTrustedAsTheFileSays() throws Exception {
        try (SignInProviders elsewhere =
                SignInProviders.by(AddressRules.PUBLIC, certificates.authorityFile(folder))) {
            assertThatThrownBy(() -> elsewhere.metadata(provider.url(), List.of()))
                    .hasMessageContaining("private or special address");
        }
        try (SignInProviders platform =
                SignInProviders.by(AddressRules.allowing("127.0.0.0/8,::1/128"))) {
            assertThatThrownBy(() -> platform.metadata(provider.url(), List.of()))
                    .hasMessageContaining("nobody vouches");
            assertThat(
                            platform.metadata(
                                            provider.url(),
                                            List.of(certificates.thumbprint("authority")))
                                    .tokenEndpoint())
                    .isEqualTo(URI.create(provider.url() + "/token"));
        }
        assertThatThrownBy(() ->
                        SignInProviders.by(AddressRules.PUBLIC, folder.resolve("certificates.p12")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void askingAgainAndAgainAsksTheProviderOnce() throws FetchProblem {
        for (int i = 0; i < 10; i++) {
            flow(null).start(REQUEST);
        }
        assertThat(provider.asked()).containsExactly("/.well-known/openid-configuration");
    }
}
