package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.directory.AccessKeyUse;
import dev.understudy.directory.Entity;
import dev.understudy.directory.PrincipalAccess;
import dev.understudy.server.config.ConfigLoader;
import dev.understudy.server.config.ConfigProblem;
import dev.understudy.server.config.ServerConfig;
import dev.understudy.server.demo.Story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A whole server, over sockets. */
class ServerTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;

    private ServerConfig config(String... options) {
        Map<String, String> map =
                new LinkedHashMap<>(
                        Map.of("port", "0", "managementPort", "0", "data", folder.toString()));
        for (int i = 0; i < options.length; i += 2) {
            map.put(options[i], options[i + 1]);
        }
        return ConfigLoader.load(map, Map.of(), null);
    }

    private ServerConfig config(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("world.yaml"), yaml);
        return ConfigLoader.load(
                Map.of(
                        "port",
                        "0",
                        "managementPort",
                        "0",
                        "data",
                        folder.resolve("data").toString()),
                Map.of(),
                file);
    }

    private static ApiClient client(Server server) {
        return new ApiClient(server.apiUrl(), CLOCK);
    }

    @Test
    void theFirstStartMakesAnAdministratorAndTheSecondFindsIt() throws IOException {
        ApiClient.Credentials admin;
        try (Server server = Server.start(config(), CLOCK)) {
            FirstStart first = server.firstStart();
            assertThat(first).isNotNull();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(first.credentials())))
                    .isEqualTo("rw-------");
            admin = ApiClient.Credentials.read(first.credentials());
            assertThat(
                            client(server)
                                    .call(admin, "iam", "CreateUser", Map.of("UserName", "u"))
                                    .ok())
                    .isTrue();
            assertThatThrownBy(() -> Server.start(config(), CLOCK))
                    .hasMessageContaining("a server is running on");
        }
        try (Server server = Server.start(config(), CLOCK)) {
            assertThat(server.firstStart()).isNull();
            assertThat(client(server).call(admin, "iam", "GetUser", Map.of("UserName", "u")).ok())
                    .isTrue();
        }
    }

    @Test
    void whatOthersCanReachNeedsTheirLeave() {
        assertThatThrownBy(() -> Server.start(config("host", "0.0.0.0"), CLOCK))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("--allow-remote");
        assertThatThrownBy(() -> Server.start(config("host", "no.such.host.invalid"), CLOCK))
                .isInstanceOf(ConfigProblem.class);
        Server.start(config("host", "0.0.0.0", "allowRemote", "true"), CLOCK).close();
    }

    @Test
    void aTakenPortIsSaid() {
        try (Server server = Server.start(config(), CLOCK)) {
            String port = Integer.toString(server.apiUrl().getPort());
            ServerConfig second = config("port", port, "data", folder.resolve("second").toString());
            assertThatThrownBy(() -> Server.start(second, CLOCK)).hasMessageContaining(port);
        }
    }

    @Test
    void aDeclaredWorldIsThereAtEachStart() throws IOException {
        ServerConfig config =
                config(
                        """
                        accounts:
                          - id: "111122223333"
                            alias: trusting
                            groups: [{ name: admins, managedPolicies: [arn:aws:iam::aws:policy/AdministratorAccess] }]
                            users: [{ name: alice, groups: [admins], accessKeys: [{ id: AKIAALICEALICEALICE1, secret: alicealicealice }] }]
                            roles:
                              - name: auditor
                                trustPolicy: { Version: "2012-10-17", Statement: { Effect: Allow, Principal: { AWS: "arn:aws:iam::444455556666:user/bob" }, Action: "sts:AssumeRole" } }
                          - id: "444455556666"
                            users:
                              - name: bob
                                accessKeys: [{ id: AKIABOBBOBBOBBOBBOB1, secret: bobbobbobbob }]
                                inlinePolicies: { assume: { Version: "2012-10-17", Statement: { Effect: Allow, Action: "sts:AssumeRole", Resource: "*" } } }
                        """);
        ApiClient.Credentials alice =
                new ApiClient.Credentials("AKIAALICEALICEALICE1", "alicealicealice", null);
        ApiClient.Credentials bob =
                new ApiClient.Credentials("AKIABOBBOBBOBBOBBOB1", "bobbobbobbob", null);
        String userId = "";
        Set<Entity> declared = Set.of();
        for (int start = 0; start < 2; start++) {
            try (Server server = Server.start(config, CLOCK)) {
                ApiClient client = client(server);
                Map<String, String> role =
                        Map.of(
                                "RoleArn",
                                "arn:aws:iam::111122223333:role/auditor",
                                "RoleSessionName",
                                "ss");
                assertThat(client.call(bob, "sts", "AssumeRole", role).ok()).isTrue();
                String id = client.call(alice, "iam", "GetUser", Map.of()).text("UserId");
                Set<Entity> now = new HashSet<>();
                server.store()
                        .directory()
                        .account(dev.understudy.policy.AccountId.of("111122223333"))
                        .entities()
                        .forEach(now::add);
                // Who was here last, and with which key, is noted; nothing that was declared is.
                now.removeIf(PrincipalAccess.class::isInstance);
                now.removeIf(AccessKeyUse.class::isInstance);
                assertThat(start == 0 || id.equals(userId) && now.equals(declared))
                        .as("nothing changes at a second start")
                        .isTrue();
                userId = id;
                declared = now;
            }
        }
    }

    @Test
    void declaredMistakesAreNamed() throws IOException {
        String start = "accounts: [{ id: '111122223333', ";
        mistake(
                start + "users: [{ name: u, groups: [admin] }], groups: [{ name: admins }] }]",
                "did you mean `admins`?");
        mistake(
                start + "users: [{ name: u, inlinePolicies: { i: { Version: '2012-10-17' } } }] }]",
                "users[0].inlinePolicies.i");
        mistake(
                start
                        + "roles: [{ name: r, trustPolicy: { Version: '2012-10-17', Statement: {"
                        + " Effect: Allow, Principal: { AWS: '999999999999' }, Action:"
                        + " 'sts:AssumeRole' } } }] }]",
                "roles[0].trustPolicy`: Invalid principal");
        mistake(
                start + "users: [{ name: u, accessKeys: [{ id: short, secret: x }] }] }]",
                "accessKeys[0].id");
        mistake(start + "users: [{ name: 'a b' }] }]", "users[0].name");
        mistake(start + "users: [{ name: u }, { name: U }] }]", "users[1].name");
        mistake(start + "groups: [{ name: g, path: x }] }]", "groups[0].path");
        mistake(start + "alias: Shout }]", "accounts[0].alias");
        mistake(start + "users: [{ name: u, tags: { 'aws:a': b } }] }]", "users[0].tags.aws:a");
        mistake(start + "users: [{ name: u, permissionsBoundary: x }] }]", "permissionsBoundary");
        mistake(
                start
                        + "users: [{ name: u, managedPolicies:"
                        + " ['arn:aws:iam::aws:policy/AdministratorAcces'] }] }]",
                "managedPolicies[0]` is `arn:aws:iam::aws:policy/AdministratorAcces`, and there is"
                        + " no such policy here: did you mean"
                        + " `arn:aws:iam::aws:policy/AdministratorAccess`?");
        mistake(start + "alias: same }, { id: '111122223334', alias: same }]", "accounts[1].alias");
        mistake(start + "}, { id: '111122223333' }]", "accounts[1].id");
        String key = "users: [{ name: u, accessKeys: [{ id: AKIAAAAAAAAAAAAAAAA1, secret: x }] }]";
        mistake(
                start + key + " }, { id: '111122223334', " + key + " }]",
                "accounts[1].users[0].accessKeys[0].id");
        ServerConfig nothing = config("{}");
        try (Server server = Server.start(nothing, CLOCK)) {
            assertThat(server.firstStart()).as("no mistake wrote anything").isNotNull();
        }
    }

    @Test
    void whatAnotherAccountHasCannotBeDeclared() throws IOException {
        String key = "users: [{ name: u, accessKeys: [{ id: AKIAAAAAAAAAAAAAAAA1, secret: x }] }]";
        Server.start(config("accounts: [{ id: '111122223333', alias: mine, " + key + " }]"), CLOCK)
                .close();
        mistake("accounts: [{ id: '111122223334', " + key + " }]", "account 111122223333 has it");
        mistake("accounts: [{ id: '111122223334', alias: mine }]", "account 111122223333 has it");
        mistake(
                "accounts: [{ id: '111122223333', " + key.replace("name: u", "name: v") + " }]",
                "another user of the account has it");
    }

    private void mistake(String yaml, String message) throws IOException {
        ServerConfig config = config(yaml);
        assertThatThrownBy(() -> Server.start(config, CLOCK))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining(message);
    }

    @Test
    void theStoryGoesAsTold() throws IOException {
        StringWriter told = new StringWriter();
        try (Server server = Server.start(config(), CLOCK)) {
            assertThat(new Story(server, new PrintWriter(told), false).play())
                    .as(told.toString())
                    .isTrue();
        }
        assertThat(told.toString())
                .contains(
                        "refused 403 AccessDenied",
                        "UnmodifiableEntity",
                        "sts:ExternalId was missing",
                        "assumed-role/visitor/bob")
                .doesNotContain("otherwise", "null");
    }

    @Test
    void noSecretIsFoundInWhatIsKept() throws IOException {
        List<String> secrets = new ArrayList<>();
        StringWriter told = new StringWriter();
        try (LogOfEverything log = new LogOfEverything(told);
                Server server = Server.start(config("dev", "true"), CLOCK)) {
            new Story(server, new PrintWriter(told), false).play();
            ApiClient.Credentials admin =
                    ApiClient.Credentials.read(server.firstStart().credentials());
            secrets.add(admin.secret());
            for (int i = 0; i < 20; i++) {
                ApiClient.Reply made =
                        client(server)
                                .call(admin, "iam", "CreateUser", Map.of("UserName", "u" + i));
                assertThat(made.ok()).isTrue();
                secrets.add(
                        client(server)
                                .call(admin, "iam", "CreateAccessKey", Map.of("UserName", "u" + i))
                                .text("SecretAccessKey"));
                ApiClient.Credentials session =
                        client(server)
                                .call(admin, "sts", "GetSessionToken", Map.of())
                                .credentials();
                secrets.add(session.secret());
                secrets.add(session.token());
                client(server).call(session, "sts", "GetCallerIdentity", Map.of());
            }
        }
        assertThat(secrets).hasSize(61).doesNotContain("");
        assertThat(told.toString())
                .as("the log of a busy run")
                .contains("GetSessionToken", "refused ");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(f -> !f.getFileName().toString().startsWith("credentials"))
                            .toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    String encoded =
                            Base64.getEncoder()
                                    .encodeToString(secret.getBytes(StandardCharsets.UTF_8));
                    assertThat(bytes.contains(secret) || bytes.contains(encoded))
                            .as("a secret in %s", file)
                            .isFalse();
                }
            }
        }
        secrets.forEach(secret -> assertThat(told.toString()).doesNotContain(secret));
    }

    @Test
    void managementTellsHealthAndLittleElse() throws Exception {
        try (Server server = Server.start(config(), CLOCK);
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(get(http, server.managementUrl().resolve("/health/ready")))
                    .isEqualTo("200 UP\n");
            assertThat(get(http, server.managementUrl().resolve("/metrics")))
                    .contains("understudy_answers_total");
            for (String path : List.of("/", "/env", "/decisions/x", "/actuator", "/debug", "/..")) {
                assertThat(get(http, server.managementUrl().resolve(path)))
                        .as(path)
                        .startsWith("404");
            }
        }
    }

    @Test
    void onlyInDevelopmentTheManagementPortExplains() throws Exception {
        for (String dev : List.of("false", "true")) {
            Path data = folder.resolve("dev-" + dev);
            try (Server server = Server.start(config("dev", dev, "data", data.toString()), CLOCK);
                    HttpClient http = HttpClient.newHttpClient()) {
                FirstStart first = server.firstStart();
                assertThat(first).isNotNull();
                ApiClient.Reply refused =
                        client(server)
                                .call(
                                        ApiClient.Credentials.read(first.credentials()),
                                        "sts",
                                        "AssumeRole",
                                        Map.of(
                                                "RoleArn",
                                                "arn:aws:iam::" + first.account() + ":role/none",
                                                "RoleSessionName",
                                                "session"));
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.text("Message")).doesNotContain("would have", "because");
                URI explained =
                        server.managementUrl().resolve("/decisions/" + refused.decisionId());
                assertThat(get(http, explained))
                        .startsWith(dev.equals("true") ? "200 DENIED\n" : "404");
            }
        }
    }

    private static String get(HttpClient http, URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
