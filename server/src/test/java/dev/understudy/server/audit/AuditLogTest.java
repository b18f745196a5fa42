package dev.understudy.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.server.ApiClient;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;
import dev.understudy.server.config.ConfigProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every request leaves one line, which tells who asked for what, and no secret. */
class AuditLogTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-15T12:00:10Z"));
    private static final String PASSWORD = "correct-Horse-battery-1";

    @TempDir private Path folder;

    private Server start() {
        return Servers.start(folder.resolve("data"), CLOCK, "auditLog", log().toString());
    }

    private Path log() {
        return folder.resolve("audit.jsonl");
    }

    private static ApiClient.Reply call(
            Server server,
            ApiClient.Credentials keys,
            String service,
            String action,
            String... more)
            throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new ApiClient(server.apiUrl(), CLOCK).call(keys, service, action, parameters);
    }

    private List<JsonNode> events(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(file).stream().map(json::readTree).toList();
    }

    @Test
    void eachRequestIsALine() throws IOException {
        String secret;
        try (Server server = start()) {
            ApiClient.Credentials admin = Servers.administrator(server);
            secret = admin.secret();
            call(server, admin, "iam", "CreateUser", "UserName", "alice");
            call(
                    server,
                    admin,
                    "iam",
                    "CreateLoginProfile",
                    "UserName",
                    "alice",
                    "Password",
                    PASSWORD);
            call(server, admin, "iam", "CreateLoginProfile", "UserName", "alice", "Password", "");
            call(server, admin, "iam", "GetUser", "UserName", "nobody");
            ApiClient.Credentials wrong =
                    new ApiClient.Credentials(admin.accessKeyId(), "wrong" + secret, null);
            call(server, wrong, "sts", "GetCallerIdentity");
        }
        List<JsonNode> events = events(log());
        assertThat(events)
                .extracting(
                        event -> event.path("eventName").asString(""),
                        event -> event.path("errorCode").asString(""),
                        event -> event.path("readOnly").asBoolean())
                .containsExactly(
                        tuple("CreateUser", "", false),
                        tuple("CreateLoginProfile", "", false),
                        tuple("CreateLoginProfile", "ValidationError", false),
                        tuple("GetUser", "NoSuchEntity", true),
                        tuple("", "SignatureDoesNotMatch", true));
        JsonNode first = events.getFirst();
        assertThat(first.at("/requestParameters/userName").asString()).isEqualTo("alice");
        assertThat(first.at("/userIdentity/type").asString()).isEqualTo("IAMUser");
        assertThat(first.path("eventTime").asString()).isEqualTo("2026-01-15T12:00:10Z");
        assertThat(first.path("eventSource").asString()).isEqualTo("iam.amazonaws.com");
        assertThat(events.getLast().at("/userIdentity/type").asString()).isEqualTo("Unknown");
        assertThat(Files.readString(log())).doesNotContain(PASSWORD).doesNotContain(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatWasMovedAwayIsMadeAnew() throws IOException {
        Path moved = folder.resolve("audit.1");
        try (Server server = start()) {
            ApiClient.Credentials admin = Servers.administrator(server);
            call(server, admin, "sts", "GetCallerIdentity");
            while (Files.size(log()) == 0) {
                Thread.onSpinWait();
            }
            Files.move(log(), moved);
            call(server, admin, "iam", "ListUsers");
        }
        assertThat(events(moved)).hasSize(1);
        assertThat(events(log())).hasSize(1);
    }

    @Test
    void whileNothingCanBeRecordedNothingIsDone() throws IOException {
        try (Server server = start()) {
            ApiClient.Credentials admin = Servers.administrator(server);
            Files.delete(log());
            Files.createDirectory(log());
            while (call(server, admin, "sts", "GetCallerIdentity").status() == 200) {
                Thread.onSpinWait();
            }
            ApiClient.Reply refused = call(server, admin, "iam", "CreateUser", "UserName", "late");
            assertThat(refused.text("Code")).isEqualTo("ServiceFailure");
            Files.delete(log());
            while (call(server, admin, "sts", "GetCallerIdentity").status() != 200) {
                Thread.onSpinWait();
            }
            assertThat(call(server, admin, "iam", "GetUser", "UserName", "late").status())
                    .isEqualTo(404);
        }
        assertThat(events(log()))
                .extracting(event -> event.path("eventName").asString(""))
                .contains("GetCallerIdentity")
                .doesNotContain("CreateUser");
    }

    @Test
    void aServerWhoseLogCannotBeWrittenDoesNotStart() throws IOException {
        Files.createDirectory(log());
        assertThatThrownBy(this::start)
                .isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("cannot write the audit log: ");
    }
}
