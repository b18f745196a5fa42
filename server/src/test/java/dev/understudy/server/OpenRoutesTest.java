package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.cli.Main;
import dev.understudy.server.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What both ports tell whoever asks without a signature: exactly what stands here. */
class OpenRoutesTest {
    /** Every path, or part of one, that the server's sources compare a request with. */
    private static final Set<String> KNOWN =
            Set.of(
                    "/health/live",
                    "/health/ready",
                    "/metrics",
                    // With --dev alone.
                    "/decisions/",
                    "/role-usage",
                    // Sealed under the master key.
                    "/operator",
                    // A form that is only as good as the signed response in it.
                    "/saml",
                    // Where a provider is offered, and else the API's. Each step is good for the
                    // browser that began, and a role is given to a proven token.
                    "/oidc",
                    "/oidc/start",
                    "/oidc/callback",
                    "/oidc/role",
                    // Of `login` on its own machine, while it waits.
                    "/callback",
                    // Of issuers alone.
                    "/.well-known/",
                    "/.well-known/openid-configuration",
                    "/.well-known/jwks.json");

    private static final Set<String> OPEN_AT_MANAGEMENT =
            Set.of("/health/live", "/health/ready", "/metrics");

    private static final List<String> OFTEN_LEFT_OPEN =
            List.of(
                    "/actuator",
                    "/actuator/env",
                    "/admin",
                    "/config",
                    "/debug/pprof",
                    "/decisions",
                    "/decisions/x",
                    "/env",
                    "/health",
                    "/_localstack/health",
                    "/minio/bootstrap/v1/verify",
                    "/moto-api/data.json",
                    "/moto-api/reset",
                    "/.env",
                    "/.well-known/openid-configuration",
                    "/.well-known/jwks.json",
                    "/x/.well-known/jwks.json",
                    "//metrics",
                    "/metrics/",
                    "/health/live/../../decisions/x");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    @TempDir private Path folder;

    private Server start(String... more) {
        Map<String, String> options =
                new HashMap<>(
                        Map.of("port", "0", "managementPort", "0", "data", folder.toString()));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return Server.start(ConfigLoader.load(options, Map.of(), null), InstantSource.system());
    }

    private record Reply(int status, String text) {
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private static Reply send(URI where, String method, String path, String host)
            throws IOException {
        try (Socket socket = new Socket(where.getHost(), where.getPort())) {
            String request =
                    method
                            + " "
                            + path
                            + " HTTP/1.1\r\nHost: "
                            + host
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Reply(Integer.parseInt(answer.substring(9, 12)), answer);
        }
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(OFTEN_LEFT_OPEN);
        paths.addAll(KNOWN);
        paths.add("/");
        return paths;
    }

    @Test
    void everyPathInTheSourcesIsKnownHere() throws IOException {
        Path root = Path.of(System.getProperty("understudy.root", ".."));
        Set<String> found = new TreeSet<>();
        Pattern literal = Pattern.compile("\"(/[a-zA-Z.][^\" ]*)\"");
        for (String place :
                List.of(
                        "server/src/main/java/dev/understudy/server",
                        "iam/src/main/java/dev/understudy/iam/outboundfederation")) {
            Path sources = root.resolve(place);
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher matcher = literal.matcher(Files.readString(file));
                    // What the command line, configuration and clients write is no route.
                    while (!sources.relativize(file)
                                    .toString()
                                    .matches("(cli|config|bench|check|demo|world|trust|issuers)/.*")
                            && matcher.find()) {
                        found.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(KNOWN));
    }

    @Test
    void nothingElseIsOpen() throws IOException {
        try (Server server = start()) {
            String secret =
                    Files.readString(DataFolder.credentials(folder)).split("= ?")[2].strip();
            for (String method : METHODS) {
                for (String path : paths()) {
                    Reply api = send(server.apiUrl(), method, path, "localhost");
                    // Without an action AWS sends whoever comes to its documentation.
                    assertThat(api.status())
                            .as("%s %s", method, path)
                            .matches(status -> status == 302 || status >= 400);
                    Reply management = send(server.managementUrl(), method, path, "localhost");
                    boolean open = method.equals("GET") && OPEN_AT_MANAGEMENT.contains(path);
                    assertThat(management.status() == 200)
                            .as("%s %s at the management port", method, path)
                            .isEqualTo(open);
                    assertThat(api.text() + management.text()).doesNotContain(secret);
                }
            }
        }
    }

    @Test
    void issuersTellTheirDocumentsAndKeysRotateWhileTheServerRuns() throws IOException {
        try (Server server = start("issuerUrl", "https://sts.example.internal/issuers/")) {
            ApiClient client = new ApiClient(server.apiUrl(), InstantSource.system());
            ApiClient.Credentials admin = admin();
            String issuer =
                    client.call(admin, "iam", "EnableOutboundWebIdentityFederation", Map.of())
                            .text("IssuerIdentifier");
            assertThat(issuer).startsWith("https://sts.example.internal/issuers/");
            String path = URI.create(issuer).getPath() + "/.well-known/";
            Reply discovery = get(server, path + "openid-configuration", "sts.example.internal");
            assertThat(discovery.text()).contains("200 OK", "Content-Type: application/json");
            assertThat(json(discovery).path("issuer").asString()).isEqualTo(issuer);
            assertThat(json(get(server, path + "jwks.json", "localhost")).path("keys")).hasSize(2);
            String aws =
                    issuer.substring(issuer.lastIndexOf('/') + 1) + ".tokens.sts.global.api.aws";
            assertThat(json(get(server, "/.well-known/jwks.json", aws)).path("keys")).hasSize(2);
            assertThat(run("keys", "rotate-issuers")).isEqualTo("1 issuer signs with new keys\n");
            Reply keys = get(server, path + "jwks.json", "localhost");
            assertThat(json(keys).path("keys")).hasSize(4);
            assertThat(keys.body()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
            assertThat(send(server.apiUrl(), "POST", path + "jwks.json", "localhost").status())
                    .isNotEqualTo(200);
        }
        assertThat(run("keys", "rotate-issuers")).isEqualTo("1 issuer signs with new keys\n");
    }

    private static Reply get(Server server, String path, String host) throws IOException {
        return send(server.apiUrl(), "GET", path, host);
    }

    private static JsonNode json(Reply reply) {
        return new JsonMapper().readTree(reply.body());
    }

    private ApiClient.Credentials admin() throws IOException {
        return ApiClient.Credentials.read(DataFolder.credentials(folder));
    }

    private String run(String... what) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        List<String> arguments = new ArrayList<>(List.of(what));
        arguments.addAll(List.of("--data", folder.toString()));
        assertThat(line.execute(arguments.toArray(String[]::new))).as(out.toString()).isZero();
        return out.toString();
    }

    @Test
    void theExchangeTokenOfARequestIsHandedOutAndTradedIn() throws IOException {
        try (Server server = start()) {
            ApiClient client = new ApiClient(server.apiUrl(), InstantSource.system());
            ApiClient.Credentials admin = admin();
            String account =
                    client.call(admin, "sts", "GetCallerIdentity", Map.of()).text("Account");
            String template =
                    client.call(
                                    admin,
                                    "iam",
                                    "CreatePolicy",
                                    Map.of(
                                            "PolicyName",
                                            "template",
                                            "PolicyDocument",
                                            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:ListUsers\",\"Resource\":\"*\"}}"))
                            .text("Arn");
            String id =
                    client.call(
                                    admin,
                                    "iam",
                                    "CreateDelegationRequest",
                                    Map.of(
                                            "Description",
                                            "d",
                                            "OwnerAccountId",
                                            account,
                                            "Permissions.PolicyTemplateArn",
                                            template,
                                            "RequestorWorkflowId",
                                            "workflow",
                                            "NotificationChannel",
                                            "arn:aws:sns:us-east-1:" + account + ":topic",
                                            "SessionDuration",
                                            "3600"))
                            .text("DelegationRequestId");
            for (String step :
                    List.of(
                            "AssociateDelegationRequest",
                            "AcceptDelegationRequest",
                            "SendDelegationToken")) {
                assertThat(client.call(admin, "iam", step, Map.of("DelegationRequestId", id)).ok())
                        .as(step)
                        .isTrue();
            }
            String token = run("delegation", "token", id).strip();
            ApiClient.Reply traded =
                    client.call(
                            admin, "sts", "GetDelegatedAccessToken", Map.of("TradeInToken", token));
            assertThat(traded.ok()).isTrue();
            ApiClient.Credentials delegated =
                    new ApiClient.Credentials(
                            traded.text("AccessKeyId"),
                            traded.text("SecretAccessKey"),
                            traded.text("SessionToken"));
            assertThat(client.call(delegated, "iam", "ListUsers", Map.of()).ok()).isTrue();
            assertThat(client.call(delegated, "iam", "ListGroups", Map.of()).ok()).isFalse();
        }
    }
}
