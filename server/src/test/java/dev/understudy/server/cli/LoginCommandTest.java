package dev.understudy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.SamlUser;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;
import dev.understudy.server.login.CredentialCache;
import dev.understudy.server.login.LoopbackReceiver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signing in from a terminal, with a provider and a server over sockets. */
class LoginCommandTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;

    private static String hidden(String page, String name) {
        Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> post(String url, String response, String relayState)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "SAMLResponse="
                                                    + URLEncoder.encode(
                                                            response, StandardCharsets.UTF_8)
                                                    + "&RelayState="
                                                    + relayState))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Server server(int port) {
        return Servers.start(
                folder.resolve("data"), CLOCK, "samlAcs", "http://127.0.0.1:" + port + "/saml");
    }

    @Test
    void aBrowserSignsInAndTheTerminalHasCredentialsUntilTheyEnd() throws Exception {
        int port = free();
        SamlIdentityProvider saml = SamlIdentityProvider.create("https://idp.example.org/saml");
        try (Server server = server(port)) {
            String account = Objects.requireNonNull(server.firstStart()).account().toString();
            String provider = "arn:aws:iam::" + account + ":saml-provider/test";
            String role = "arn:aws:iam::" + account + ":role/dev";
            Servers.made(
                    server,
                    CLOCK,
                    "CreateSAMLProvider",
                    Map.of("Name", "test", "SAMLMetadataDocument", saml.metadata()));
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
                                    + provider
                                    + "\"},\"Action\":\"sts:AssumeRoleWithSAML\"}}"));
            try (TestIdentityProvider idp =
                            TestIdentityProvider.builder(CLOCK)
                                    .saml(
                                            saml,
                                            List.of(
                                                    new SamlUser(
                                                            "alice",
                                                            List.of(role + "," + provider))),
                                            List.of("https://elsewhere.example/saml"))
                                    .serve(0);
                    HttpClient browser =
                            HttpClient.newBuilder()
                                    .sslContext(idp.authority().trusting())
                                    .build()) {
                String[] arguments = {
                    "login",
                    "--idp=test",
                    "--role=" + role,
                    "--sign-in-url=" + idp.url() + "/saml/login",
                    "--port=" + port,
                    "--no-browser",
                    "--cache=" + folder.resolve("cache"),
                    "--endpoint=" + server.apiUrl()
                };
                JsonNode printed = new JsonMapper().readTree(signedIn(arguments, browser));
                assertThat(Servers.whoIs(server, CLOCK, printed))
                        .endsWith(":assumed-role/dev/alice");

                // Again, and nobody needs to sign in.
                StringWriter out = new StringWriter();
                StringWriter err = new StringWriter();
                CommandLine line = Main.commandLine();
                line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
                assertThat(line.execute(arguments)).isZero();
                assertThat(new JsonMapper().readTree(out.toString())).isEqualTo(printed);
                assertThat(err.toString()).isEmpty();
            }
        }
    }

    private static String signedIn(String[] arguments, HttpClient browser) throws Exception {
        StringWriter out = new StringWriter();
        PipedReader err = new PipedReader(16 * 1024);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(new PipedWriter(err), true));
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<Integer> ended = executor.submit(() -> line.execute(arguments));
            String first = new BufferedReader(err).readLine();
            assertThat(first).startsWith("sign in at: ");
            String page =
                    browser.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            first.substring(
                                                                    "sign in at: ".length())))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            Matcher action = Pattern.compile("action=\"([^\"]+)\"").matcher(page);
            assertThat(action.find()).isTrue();
            String response = hidden(page, "SAMLResponse");
            // Somebody else's answer is not taken, and ours is still waited for.
            assertThat(post(action.group(1), response, "guessed").statusCode()).isEqualTo(400);
            assertThat(post(action.group(1), response, hidden(page, "RelayState")).statusCode())
                    .isEqualTo(200);
            assertThat(ended.get()).isZero();
        }
        return out.toString();
    }

    @Test
    void theReceiverTakesOnlyWhatWasAskedFor() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.open(LoopbackReceiver.Binding.SAML, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(post(receiver.url(), "AAAA", "null").statusCode()).isEqualTo(400);
            assertThat(receiver.await("state", Duration.ofMillis(1))).isNull();
            assertThat(post(receiver.url(), "AAAA", "state&RelayState=state").statusCode())
                    .isEqualTo(400);
            assertThat(post(receiver.url(), "AAAA", "%zz").statusCode()).isEqualTo(400);
            assertThat(post(receiver.url(), "A".repeat(400_000), "state").statusCode())
                    .isEqualTo(400);
            assertThat(post(receiver.url() + "/x", "AAAA", "state").statusCode()).isEqualTo(404);
            assertThat(
                            post(receiver.url().replace("127.0.0.1", "localhost"), "A", "state")
                                    .statusCode())
                    .isEqualTo(404);
            assertThat(
                            client.send(
                                            HttpRequest.newBuilder(URI.create(receiver.url()))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode())
                    .isEqualTo(405);
            assertThat(post(receiver.url(), "AAAA", "state").statusCode()).isEqualTo(200);
            assertThat(post(receiver.url(), "BBBB", "state").statusCode()).isEqualTo(400);
            assertThat(receiver.await("state", Duration.ofMillis(1)))
                    .containsEntry("SAMLResponse", "AAAA");
        }
    }

    @Test
    void whatIsKeptIsItsOwnersAloneAndEndsEarly() throws IOException {
        CredentialCache cache = new CredentialCache(folder.resolve("cache"));
        Instant end = Instant.parse("2026-01-01T00:10:00Z");
        List<String> words = List.of("endpoint", "role");
        String json = "{\"SecretAccessKey\":\"s\",\"Expiration\":\"" + end + "\"}";
        assertThat(cache.find(words, end)).isNull();
        cache.keep(words, json);
        assertThat(cache.find(words, end.minusSeconds(301))).isEqualTo(json);
        assertThat(cache.find(words, end.minusSeconds(300))).isNull();
        assertThat(cache.find(List.of("endpoint", "other"), end.minusSeconds(301))).isNull();
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
        for (String bad : List.of("", "{", "[]", "{}", "{\"Expiration\":\"soon\"}")) {
            cache.keep(words, bad);
            assertThat(cache.find(words, end.minusSeconds(301))).isNull();
        }
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        String role = "--role=arn:aws:iam::111122223333:role/r";
        String url = "--sign-in-url=https://id.example.org/sso";
        refused("must be an ARN of a role", "--idp=a", "--role=r", url);
        refused("name of a SAML provider", "--idp=a/b", role, url);
        refused("must be a URL like", "--idp=a", role, "--sign-in-url=javascript:a");
        refused("`--wait` must be", "--idp=a", role, url, "--wait=0");
        refused("`--port` must be", "--idp=a", role, url, "--port=70000");
        refused("--idp", role, url);
    }

    private static void refused(String message, String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("login"));
        all.addAll(List.of(arguments));
        assertThat(line.execute(all.toArray(String[]::new))).isEqualTo(Main.NOT_UNDERSTOOD);
        assertThat(err.toString()).contains(message);
    }
}
