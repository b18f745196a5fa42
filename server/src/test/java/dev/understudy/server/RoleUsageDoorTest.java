package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.Role;
import dev.understudy.directory.RoleUsage;
import dev.understudy.directory.RoleUsageReport;
import dev.understudy.directory.Transaction;
import dev.understudy.operation.Decisions;
import dev.understudy.operation.WireRequest;
import dev.understudy.operation.WireResponse;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.server.operator.OperatorCommands;
import dev.understudy.server.operator.OperatorDoor;
import dev.understudy.signature.HttpHeader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reports of what uses a service-linked role: from whom they are taken, and what is one. */
class RoleUsageDoorTest {
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String REPORT =
            "{\"account\":\"111122223333\",\"role\":\"linked\",\"usage\":"
                    + "[{\"region\":\"us-east-1\",\"resources\":[\"arn:aws:s3:::b\"]}]}";

    private final Directory directory = new Directory(new InMemoryJournal());

    @BeforeEach
    void make() {
        directory.create(ACCOUNT, NOW);
        put(role("linked", "x.amazonaws.com"));
        put(role("plain", null));
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private void put(Role role) {
        directory.transact(
                ACCOUNT,
                NOW,
                account -> new Transaction.Result<>("", List.of(new Change.Put(role))));
    }

    private static Role role(String name, @Nullable String service) {
        return new Role(
                "AROA" + name,
                name,
                "/",
                NOW,
                PolicyDocument.parse(
                        "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\","
                                + "\"Action\":\"sts:AssumeRole\"}}"),
                null,
                3_600,
                Map.of(),
                Permissions.NONE,
                service);
    }

    private WireResponse send(boolean dev, String method, String type, String from, String body) {
        var door = new RoleUsageDoor(directory, InstantSource.fixed(NOW));
        var keyring = Keyring.inMemory(new SecureRandom());
        var clock = InstantSource.fixed(NOW);
        var operator =
                new OperatorDoor(
                        new OperatorCommands(
                                new Store(directory, keyring, new SecureRandom()), clock),
                        keyring,
                        clock);
        var management =
                new Management(new Counting(request -> null), new Decisions(), dev, door, operator);
        return management.answer(
                new WireRequest(
                        method,
                        RoleUsageDoor.PATH,
                        "",
                        List.of(new HttpHeader("Content-Type", type)),
                        body.getBytes(StandardCharsets.UTF_8),
                        from,
                        false));
    }

    private int put(String body) {
        return send(true, "PUT", "application/json", "127.0.0.1", body).status();
    }

    private @Nullable RoleUsageReport known() {
        return Objects.requireNonNull(directory.account(ACCOUNT)).roleUsage("AROAlinked");
    }

    @Test
    void aReportIsKeptUntilTheNext() {
        assertThat(put(REPORT)).isEqualTo(200);
        assertThat(known())
                .isEqualTo(
                        new RoleUsageReport(
                                "AROAlinked",
                                false,
                                List.of(new RoleUsage("us-east-1", List.of("arn:aws:s3:::b")))));
        assertThat(put("{\"account\":\"111122223333\",\"role\":\"linked\",\"checking\":true}"))
                .isEqualTo(200);
        assertThat(known()).isEqualTo(new RoleUsageReport("AROAlinked", true, List.of()));
    }

    @Test
    void onlyThisMachineInDevelopmentReports() {
        String json = "application/json";
        assertThat(send(false, "PUT", json, "127.0.0.1", REPORT).status()).isEqualTo(405);
        assertThat(send(true, "PUT", json, "192.0.2.1", REPORT).status()).isEqualTo(400);
        // What a web page can send without asking first.
        assertThat(send(true, "PUT", "text/plain", "127.0.0.1", REPORT).status()).isEqualTo(400);
        assertThat(send(true, "POST", json, "127.0.0.1", REPORT).status()).isEqualTo(405);
        assertThat(send(true, "GET", json, "127.0.0.1", REPORT).status()).isEqualTo(404);
        assertThat(known()).isNull();
    }

    @Test
    void whatIsNoReportChangesNothing() {
        List<String> bad =
                List.of(
                        "",
                        "{",
                        "[]",
                        "null",
                        "{}",
                        REPORT.replace("111122223333", "999999999999"),
                        REPORT.replace("111122223333", "x"),
                        REPORT.replace("linked", "plain"),
                        REPORT.replace("linked", "none"),
                        REPORT.replace("us-east-1", "US EAST"),
                        REPORT.replace("arn:aws:s3:::b", "b"),
                        REPORT.replace("\"arn:aws:s3:::b\"", ""),
                        REPORT.replace("\"arn:aws:s3:::b\"", "null"),
                        REPORT.replace("[{", "[null,{"),
                        REPORT.replace("usage", "other"),
                        REPORT.replace("us-east-1", "u".repeat(70_000)));
        for (String body : bad) {
            assertThat(put(body)).as(body).isEqualTo(400);
        }
        assertThat(known()).isNull();
    }
}
