package dev.understudy.server.signin;

import static dev.understudy.server.Servers.shown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.OidcClient;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;
import dev.understudy.server.TestBrowser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** OpenID Connect's sign-in page at a whole server, with a provider, over sockets. */
class OidcSignInTest {
    private static final String ACCOUNT = "111122223333";
    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    private static final InstantSource CLOCK =
            () -> InstantSource.system().instant().plus(AHEAD.get());
    private static final Pattern JSON = Pattern.compile("\\{\n.*?\n}", Pattern.DOTALL);

    @TempDir private static Path folder;
    private static TestIdentityProvider idp;
    private static Server server;
    private TestBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("secret"), "s+ecret\n");
        // The port of the server is not known yet: the public URL is one that nobody listens at.
        idp =
                TestIdentityProvider.builder(InstantSource.system())
                        .clients(
                                List.of(
                                        new OidcClient(
                                                "web",
                                                "s+ecret",
                                                List.of("http://127.0.0.1/oidc/callback"))),
                                List.of("alice"))
                        .serve(0);
        Path config =
                Files.writeString(
                        folder.resolve("understudy.yaml"),
                        """
                        publicUrl: http://127.0.0.1:1
                        idpAllowNetwork: 127.0.0.0/8
                        accounts:
                          - id: "111122223333"
                            oidcProviders:
                              - url: "ISSUER"
                                clientIds: [web, other]
                                thumbprints: ["PRINT"]
                                signIn: { clientId: web, clientSecretFile: secret, scope: openid email }
                            roles:
                              - { name: dev, trustPolicy: TRUST"StringEquals": { "PREFIX:sub": [ alice, carol ] } } } } }
                              - { name: ops, trustPolicy: TRUST"StringEquals": { "PREFIX:sub": bob } } } } }
                              - { name: named, trustPolicy: TRUST"StringLike": { "sts:RoleSessionName": "ali*" } } } } }
                              - { name: hidden, trustPolicy: TRUST"StringEquals": { "PREFIX:aud": other } } } } }
                        """
                                .replace(
                                        "TRUST",
                                        "{ Version: \"2012-10-17\", Statement: { Effect: Allow,"
                                                + " Principal: { Federated:"
                                                + " \"arn:aws:iam::111122223333:oidc-provider/PREFIX\""
                                                + " }, Action: \"sts:AssumeRoleWithWebIdentity\","
                                                + " Condition: { ")
                                .replace("PREFIX", idp.issuer().substring("https://".length()))
                                .replace("ISSUER", idp.issuer())
                                .replace("PRINT", idp.authority().thumbprint()));
        server = Servers.start(folder.resolve("data"), CLOCK, config);
    }

    @AfterAll
    static void stop() {
        server.close();
        idp.close();
    }

    @BeforeEach
    void open() {
        browser = new TestBrowser(idp.authority().trusting());
    }

    @AfterEach
    void close() {
        browser.close();
        AHEAD.set(Duration.ZERO);
    }

    private static String role(String name) {
        return "arn:aws:iam::" + ACCOUNT + ":role/" + name;
    }

    /** As the proxy at the public URL would pass it on. */
    private static String here(String url) {
        return url.replace("http://127.0.0.1:1/", server.apiUrl() + "/");
    }

    private HttpResponse<String> begun() throws Exception {
        HttpResponse<String> page = browser.get(server.apiUrl() + "/oidc");
        Matcher link = Pattern.compile("href=\"(oidc/start[^\"]+)\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        assertThat(shown(page)).contains("Account " + ACCOUNT, "localhost");
        return browser.get(server.apiUrl() + "/" + link.group(1).replace("&amp;", "&"));
    }

    /** Where the provider sends the browser that signed in. */
    private String answered(String subject) throws Exception {
        return browser.signIn(TestBrowser.location(begun()), subject);
    }

    @Test
    void aBrowserSignsInAndChoosesAmongTheRolesThatAdmitIt() throws Exception {
        HttpResponse<String> start = begun();
        String cookie = start.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("; Path=/; HttpOnly; SameSite=Lax")
                .doesNotContain("Secure", "__Host-");
        String url = TestBrowser.location(start);
        Map<String, String> asked = TestBrowser.query(url);
        assertThat(url).startsWith(idp.url() + "/authorize?");
        assertThat(asked)
                .containsEntry("redirect_uri", "http://127.0.0.1:1/oidc/callback")
                .containsEntry("client_id", "web")
                .containsEntry("scope", "openid email")
                .containsEntry("code_challenge_method", "S256");
        // What the cookie holds is for the server alone.
        assertThat(cookie).doesNotContain(asked.get("state"), asked.get("nonce"));

        String answer = browser.signIn(url, "alice");
        assertThat(answer).startsWith("http://127.0.0.1:1/oidc/callback?code=");
        HttpResponse<String> choice = browser.get(here(answer));
        assertThat(choice.statusCode()).isEqualTo(200);
        assertThat(shown(choice))
                .contains("Account " + ACCOUNT, role("dev"), role("named"), "alice")
                .doesNotContain("role/ops", "role/hidden");
        assertThat(browser.cookies(server.apiUrl())).isEmpty();

        Map<String, String> form = TestBrowser.hidden(choice.body());
        form.put("RoleArn", role("dev"));
        HttpResponse<String> granted = browser.post(server.apiUrl() + "/oidc/role", form);
        String page = shown(granted);
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(page)
                .contains(
                        "Credentials of dev",
                        ":assumed-role/dev/alice",
                        "AWS_ENDPOINT_URL_STS='http://127.0.0.1:1'");
        Matcher json = JSON.matcher(page);
        assertThat(json.find()).isTrue();
        JsonNode credentials = new JsonMapper().readTree(json.group());
        assertThat(Servers.whoIs(server, CLOCK, credentials))
                .isEqualTo("arn:aws:sts::" + ACCOUNT + ":assumed-role/dev/alice");
    }

    @Test
    void whomNoRoleAdmitsIsToldWhoTheyAreAndNoRole() throws Exception {
        HttpResponse<String> page = browser.get(here(answered("<i>mallory</i>")));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("&lt;i&gt;mallory").doesNotContain("<i>", "role/");
    }

    @ParameterizedTest
    @CsvSource({
        "state, '', not the answer that was waited for",
        "state, guessed, not the answer that was waited for",
        "iss, '', another identity provider",
        "iss, https://evil.example, another identity provider",
        "code, '', not the answer that was waited for",
        "code, guessed, invalid_grant",
    })
    void aChangedAnswerSignsNobodyIn(String field, String value, String text) throws Exception {
        String answer = TestBrowser.changed(here(answered("alice")), field, value);
        HttpResponse<String> page = browser.get(answer);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(shown(page)).contains(text).doesNotContain("role/");
        // Nor does the right one afterwards: the browser's part is used up.
        assertThat(browser.cookies(server.apiUrl())).isEmpty();
    }

    @Test
    void aProvidersErrorIsShownAndNotRun() throws Exception {
        String answer = here(answered("alice"));
        answer = TestBrowser.changed(answer, "code", "");
        answer = TestBrowser.changed(answer, "error", "access_denied");
        answer =
                TestBrowser.changed(
                        answer, "error_description", "<script>alert(1)</script>\u202e\u001b[2J");
        HttpResponse<String> page = browser.get(answer);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("says access_denied", "&lt;script&gt;alert(1)&lt;/script&gt;[2J")
                .doesNotContain("<script", "\u202e", "\u001b");
    }

    @Test
    void anAnswerIsGoodOnceAndForTheBrowserThatBegan() throws Exception {
        String answer = here(answered("alice"));
        Map<String, String> kept = new LinkedHashMap<>(browser.cookies(server.apiUrl()));
        try (TestBrowser other = new TestBrowser(idp.authority().trusting())) {
            assertThat(shown(other.get(answer))).contains("Nobody began this sign-in here");
        }
        assertThat(browser.get(answer).statusCode()).isEqualTo(200);
        assertThat(shown(browser.get(answer))).contains("Nobody began this sign-in here");
        // Even a browser that forgets nothing has a code that is used up.
        browser.cookies(server.apiUrl()).putAll(kept);
        HttpResponse<String> replayed = browser.get(answer);
        assertThat(replayed.statusCode()).isEqualTo(400);
        assertThat(shown(replayed)).contains("invalid_grant");
    }

    @Test
    void anotherBrowsersCodeIsNotTakenWithOnesOwnState() throws Exception {
        String own = here(answered("alice"));
        try (TestBrowser mallory = new TestBrowser(idp.authority().trusting())) {
            TestBrowser victim = browser;
            browser = mallory;
            String injected = TestBrowser.query(answered("mallory")).get("code");
            browser = victim;
            HttpResponse<String> page = browser.get(TestBrowser.changed(own, "code", injected));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(shown(page)).contains("code_verifier is not that of the request");
        }
    }

    @Test
    void aCookieThatWasChangedOrIsOldIsNone() throws Exception {
        String answer = here(answered("alice"));
        Map<String, String> jar = browser.cookies(server.apiUrl());
        String name = jar.keySet().iterator().next();
        String good = jar.get(name);
        for (String bad :
                List.of(
                        "",
                        "x",
                        "x.y",
                        good.substring(0, good.length() - 4),
                        good.substring(0, 30)
                                + (good.charAt(30) == 'A' ? 'B' : 'A')
                                + good.substring(31),
                        "A".repeat(5_000),
                        good + "; " + name + "=" + good)) {
            jar.put(name, bad);
            assertThat(shown(browser.get(answer))).contains("Nobody began this sign-in here");
        }
        jar.put(name, good);
        AHEAD.set(Duration.ofMinutes(10));
        assertThat(shown(browser.get(answer))).contains("Nobody began this sign-in here");
        AHEAD.set(Duration.ZERO);
        jar.put(name, good);
        assertThat(browser.get(answer).statusCode()).isEqualTo(200);
    }

    @Test
    void aForgedHostLeadsNobodyElsewhere() throws Exception {
        URI url = server.apiUrl();
        String path =
                "/oidc/start?account="
                        + ACCOUNT
                        + "&issuer="
                        + idp.issuer().replace(":", "%3A").replace("/", "%2F");
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String request =
                    "GET "
                            + path
                            + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example"
                            + "\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 303")
                    .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Foidc%2Fcallback")
                    .doesNotContain("evil");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /oidc/start, 404",
        "GET, /oidc/start?account=111122223333, 404",
        "GET, /oidc/start?account=111122223333&issuer=https%3A%2F%2Fevil.example, 404",
        "GET, /oidc/start?account=444455556666&issuer=x&issuer=y, 404",
        "GET, /oidc/callback, 400",
        "GET, /oidc/callback?state=x&code=y, 400",
        "GET, /oidc/role, 405",
        "POST, /oidc, 405",
        "POST, /oidc/start, 405",
        "POST, /oidc/callback, 405",
        "POST, /oidc/role, 400",
    })
    void whatIsNoSignInIsRefused(String method, String path, int status) throws Exception {
        String url = server.apiUrl() + path;
        HttpResponse<String> page =
                method.equals("GET") ? browser.get(url) : browser.post(url, Map.of("a", "b"));
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(shown(page)).doesNotContain("role/");
    }

    @Test
    void aChoiceIsDecidedLikeEverybodysRequest() throws Exception {
        String token = idp.token(Token.of("alice", "web"));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("WebIdentityToken", token);
        form.put("RoleArn", role("ops"));
        String url = server.apiUrl() + "/oidc/role";
        HttpResponse<String> refused = browser.post(url, form);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(shown(refused))
                .contains("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        form.put("RoleArn", role("dev"));
        assertThat(browser.post(url, form, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(browser.post(url, form, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(200);
        form.put("WebIdentityToken", token.substring(0, token.length() - 8) + "AAAAAAAA");
        HttpResponse<String> forged = browser.post(url, form);
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(shown(forged)).contains("InvalidIdentityToken").doesNotContain(token);
    }
}
