package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.Authority;
import dev.understudy.idp.OidcClient;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;
import dev.understudy.server.TestBrowser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Signing in from a terminal by OpenID Connect, with a provider and a server over sockets. */
class LoginByOidcTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String ROLE = "arn:aws:iam::111122223333:role/dev";

    @TempDir private Path folder;
    private TestIdentityProvider idp;
    private Server server;
    private TestBrowser browser;

    @BeforeEach
    void start() throws IOException {
        idp =
                TestIdentityProvider.builder(CLOCK)
                        .authority(Authority.in(folder))
                        .clients(
                                List.of(
                                        OidcClient.withoutSecret(
                                                "cli", "http://127.0.0.1/callback"),
                                        new OidcClient(
                                                "kept",
                                                "s+ecret",
                                                List.of("http://127.0.0.1/callback"))),
                                List.of())
                        .serve(0);
        browser = new TestBrowser(idp.authority().trusting());
        String prefix = idp.issuer().substring("https://".length());
        Path config =
                Files.writeString(
                        folder.resolve("understudy.yaml"),
                        """
                        idpAllowNetwork: 127.0.0.0/8
                        accounts:
                          - id: "111122223333"
                            oidcProviders: [{ url: "%s", clientIds: [cli, kept], thumbprints: ["%s"] }]
                            roles:
                              - name: dev
                                trustPolicy:
                                  Version: "2012-10-17"
                                  Statement:
                                    Effect: Allow
                                    Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/%s" }
                                    Action: sts:AssumeRoleWithWebIdentity
                                    Condition: { StringEquals: { "%s:sub": "alice smith" } }
                        """
                                .formatted(
                                        idp.issuer(),
                                        idp.authority().thumbprint(),
                                        prefix,
                                        prefix));
        server = Servers.start(folder.resolve("data"), CLOCK, config);
    }

    @AfterEach
    void stop() {
        browser.close();
        server.close();
        idp.close();
    }

    private String[] arguments(String client, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "login",
                                "--issuer=" + idp.issuer(),
                                "--client-id=" + client,
                                "--role=" + ROLE,
                                "--ca-file=" + folder.resolve("ca.pem"),
                                "--idp-allow-network=127.0.0.0/8",
                                "--no-browser",
                                "--cache=" + folder.resolve("cache"),
                                "--endpoint=" + server.apiUrl()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** What a browser does with the address that the command prints. */
    private interface Walk {
        void from(String url) throws Exception;
    }

    private record Ended(int status, String out, String err) {}

    private static Ended run(String[] arguments, Walk walk) throws Exception {
        StringWriter out = new StringWriter();
        PipedReader pipe = new PipedReader(16 * 1024);
        CommandLine line = Main.commandLine();
        try (PrintWriter err = new PrintWriter(new PipedWriter(pipe), true);
                ExecutorService executor = Executors.newSingleThreadExecutor()) {
            line.setOut(new PrintWriter(out)).setErr(err);
            Future<Integer> ended = executor.submit(() -> line.execute(arguments));
            BufferedReader said = new BufferedReader(pipe);
            String first = said.readLine();
            if (first.startsWith("sign in at: ")) {
                walk.from(first.substring("sign in at: ".length()));
            }
            int status = ended.get();
            err.close();
            StringBuilder rest = new StringBuilder(first).append('\n');
            said.lines().forEach(more -> rest.append(more).append('\n'));
            return new Ended(status, out.toString(), rest.toString());
        }
    }

    @Test
    void aBrowserSignsInAndTheTerminalHasCredentialsUntilTheyEnd() throws Exception {
        Ended ended =
                run(
                        arguments("cli"),
                        url -> {
                            String answer = browser.signIn(url, "alice smith");
                            assertThat(answer)
                                    .startsWith("http://127.0.0.1:")
                                    .contains("/callback?");
                            assertThat(browser.get(answer).body())
                                    .isEqualTo(
                                            "Received. Go back to your terminal; this page can be"
                                                    + " closed.\n");
                        });
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.err().lines()).hasSize(1);
        JsonNode printed = new JsonMapper().readTree(ended.out());
        assertThat(Servers.whoIs(server, CLOCK, printed)).endsWith(":assumed-role/dev/alice-smith");
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }

        // Again, and nobody needs to sign in.
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        assertThat(line.execute(arguments("cli"))).isZero();
        assertThat(new JsonMapper().readTree(out.toString())).isEqualTo(printed);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aClientMayHaveASecretAndASessionAName() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "s+ecret\n");
        Ended ended =
                run(
                        arguments(
                                "kept", "--client-secret-file=" + secret, "--session-name=me@work"),
                        url -> browser.get(browser.signIn(url, "alice smith")));
        assertThat(ended.status()).as(ended.err()).isZero();
        Files.writeString(secret, "wrong");
        Ended refused =
                run(
                        arguments("kept", "--client-secret-file=" + secret),
                        url -> browser.get(browser.signIn(url, "alice smith")));
        assertThat(refused.status()).isEqualTo(Main.FAILED);
        assertThat(refused.err())
                .contains("The identity provider says invalid_client")
                .doesNotContain("wrong\n");
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "state, ''",
        "state, guessed",
        "code, ''",
    })
    void whatIsNotTheAnswerIsRefusedAndWaitingGoesOn(String field, String value) throws Exception {
        Ended ended =
                run(
                        arguments("cli"),
                        url -> {
                            String answer = browser.signIn(url, "alice smith");
                            HttpResponse<String> other =
                                    browser.get(TestBrowser.changed(answer, field, value));
                            assertThat(other.statusCode()).isEqualTo(400);
                            assertThat(browser.get(answer).statusCode()).isEqualTo(200);
                        });
        assertThat(ended.status()).as(ended.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://evil.example, comes from another identity provider",
        "iss, '', comes from another identity provider",
        "code, injected, says invalid_grant",
    })
    void anAnswerThatWasMeddledWithSignsNobodyIn(String field, String value, String text)
            throws Exception {
        Ended ended =
                run(
                        arguments("cli"),
                        url ->
                                browser.get(
                                        TestBrowser.changed(
                                                browser.signIn(url, "alice smith"), field, value)));
        assertThat(ended.status()).isEqualTo(Main.FAILED);
        assertThat(ended.err()).contains(text);
        assertThat(ended.out()).isEmpty();
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void aProvidersNoIsToldInTheTerminalAndNotInThePage() throws Exception {
        Ended ended =
                run(
                        arguments("cli"),
                        url -> {
                            String answer = browser.signIn(url, "alice smith");
                            answer = TestBrowser.changed(answer, "code", "");
                            answer = TestBrowser.changed(answer, "error", "access_denied");
                            answer =
                                    TestBrowser.changed(
                                            answer,
                                            "error_description",
                                            "<b>no</b>\u001b[31m\nunderstudy: forged");
                            HttpResponse<String> page = browser.get(answer);
                            assertThat(page.body()).doesNotContain("<b>");
                            assertThat(page.headers().firstValue("Content-Type"))
                                    .contains("text/plain; charset=utf-8");
                        });
        assertThat(ended.status()).isEqualTo(Main.FAILED);
        assertThat(ended.err())
                .contains("says access_denied: \"<b>no</b>[31munderstudy: forged\"")
                .doesNotContain("\u001b");
        assertThat(ended.err().lines()).hasSize(2);
    }

    @Test
    void whomTheRoleDoesNotAdmitGetsNothing() throws Exception {
        Ended ended = run(arguments("cli"), url -> browser.get(browser.signIn(url, "mallory")));
        assertThat(ended.status()).isEqualTo(Main.FAILED);
        assertThat(ended.err()).contains("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void aProviderThatCannotBeAskedIsNamedWithTheReason() throws Exception {
        String[] arguments = arguments("cli", "--issuer=https://localhost:1");
        arguments[1] = "--scope=openid";
        Ended ended = run(arguments, url -> {});
        assertThat(ended.status()).isEqualTo(Main.FAILED);
        assertThat(ended.err()).contains("no sign-in at https://localhost:1: ");
        Ended forbidden =
                run(
                        arguments("cli", "--idp-address="),
                        url -> {},
                        "--idp-allow-network=127.0.0.0/8");
        assertThat(forbidden.err()).contains("private or special address");
    }

    private static Ended run(String[] arguments, Walk walk, String without) throws Exception {
        List<String> fewer = new ArrayList<>(List.of(arguments));
        fewer.remove(without);
        return run(fewer.toArray(String[]::new), walk);
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        String issuer = "--issuer=https://id.example.org";
        refused("must be a URL like", "--issuer=http://id.example.org", "--client-id=c");
        refused("must be a URL like", "--issuer=https://id.example.org?a", "--client-id=c");
        refused("must be a URL like", "--issuer=https://u@id.example.org", "--client-id=c");
        refused("must contain openid", issuer, "--client-id=c", "--scope=email");
        refused("2 to 64 letters", issuer, "--client-id=c", "--session-name=a b");
        refused("CIDR", issuer, "--client-id=c", "--idp-allow-network=all");
        refused("holds no secret", issuer, "--client-id=c", "--client-secret-file=/nowhere");
        refused("--client-id", issuer);
        refused(
                "mutually exclusive",
                issuer,
                "--client-id=c",
                "--idp=a",
                "--sign-in-url=https://x");
        refused("--idp");
    }

    private static void refused(String message, String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("login", "--role=" + ROLE));
        all.addAll(List.of(arguments));
        assertThat(line.execute(all.toArray(String[]::new))).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains(message);
    }
}
