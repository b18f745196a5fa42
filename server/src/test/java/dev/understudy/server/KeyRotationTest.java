package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.Resealing;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.iam.services.ServiceRegistry;
import dev.understudy.server.cli.Main;
import dev.understudy.server.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rotating the keys under a running server, and without one: nobody notices. */
class KeyRotationTest {
    private static final Duration A_DAY_AND_A_HALF = Duration.ofHours(36);

    @TempDir private Path folder;

    private InstantSource clock = InstantSource.system();

    private static InstantSource offset(InstantSource from, Duration by) {
        return () -> from.instant().plus(by);
    }

    private Server start() throws IOException {
        Map<String, String> options =
                Map.of("port", "0", "managementPort", "0", "data", folder.toString());
        return Server.start(ConfigLoader.load(options, Map.of(), null), clock);
    }

    private ApiClient.Reply sts(
            Server server,
            ApiClient.Credentials keys,
            String action,
            Map<String, String> parameters)
            throws IOException {
        return new ApiClient(server.apiUrl(), clock).call(keys, "sts", action, parameters);
    }

    private ApiClient.Credentials admin() throws IOException {
        return ApiClient.Credentials.read(DataFolder.credentials(folder));
    }

    private ApiClient.Credentials session(Server server) throws IOException {
        ApiClient.Reply made =
                sts(server, admin(), "GetSessionToken", Map.of("DurationSeconds", "129600"));
        assertThat(made.ok()).isTrue();
        return new ApiClient.Credentials(
                made.text("AccessKeyId"), made.text("SecretAccessKey"), made.text("SessionToken"));
    }

    private void works(Server server, ApiClient.Credentials keys) throws IOException {
        assertThat(sts(server, keys, "GetCallerIdentity", Map.of()).ok()).isTrue();
    }

    private String keys(String... what) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        List<String> arguments = new ArrayList<>(List.of("keys"));
        arguments.addAll(List.of(what));
        arguments.addAll(List.of("--data", folder.toString()));
        assertThat(line.execute(arguments.toArray(String[]::new))).as(out.toString()).isZero();
        return out.toString();
    }

    @Test
    void tokensAndKeysStayGoodThroughRotationsAndRestarts() throws IOException {
        ApiClient.Credentials first;
        try (Server server = start()) {
            first = session(server);
            assertThat(keys("rotate")).contains("takes it up within a minute");
            works(server, first);
            // What a running server does each minute.
            new KeyCare(server.store().directory(), server.store().keyring())
                    .attend(clock.instant().truncatedTo(ChronoUnit.SECONDS));
            settled(server);
            works(server, first);
            works(server, admin());
            works(server, session(server));
        }
        assertThat(keys("rotate")).contains("what is stored is sealed under it");
        assertThat(keys("list").lines()).hasSize(4);
        try (Server server = start()) {
            settled(server);
            works(server, first);
            works(server, admin());
        }
        clock = offset(clock, A_DAY_AND_A_HALF);
        try (Server server = start()) {
            assertThat(server.store().keyring().keys()).as("not due yet").hasSize(3);
            assertThat(sts(server, first, "GetCallerIdentity", Map.of()).text("Code"))
                    .isEqualTo("ExpiredToken");
        }
        clock = offset(clock, Duration.ofHours(2));
        try (Server server = start()) {
            assertThat(server.store().keyring().keys()).hasSize(1);
            works(server, admin());
            assertThat(sts(server, first, "GetCallerIdentity", Map.of()).text("Code"))
                    .isEqualTo("InvalidClientTokenId");
        }
        assertThat(keys("list", "--json")).doesNotContain("sealedUntil");
    }

    @Test
    void servicesAndIssuersOutliveTheKeyTheyWereSealedUnder() throws IOException {
        ApiClient.Credentials backup;
        try (Server server = start()) {
            Store store = server.store();
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            String account = Objects.requireNonNull(server.firstStart()).account().toString();
            NewAccessKey key =
                    new ServiceRegistry(store.directory(), store.keyring())
                            .register(
                                    new RegisteredService(
                                            "backup.example.internal",
                                            now,
                                            "arn:aws:backup:eu-west-1:" + account + ":vault",
                                            account),
                                    now,
                                    store.random());
            backup = new ApiClient.Credentials(key.key().id(), key.secret(), null);
            Servers.made(
                    server,
                    clock,
                    "CreateRole",
                    Map.of(
                            "RoleName",
                            "auditor",
                            "AssumeRolePolicyDocument",
                            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                                    + "\"Principal\":{\"Service\":\"backup.example.internal\"},"
                                    + "\"Action\":\"sts:AssumeRole\"}}"));
            Servers.made(server, clock, "EnableOutboundWebIdentityFederation", Map.of());
            theyWork(server, backup);
        }
        keys("rotate");
        clock = offset(clock, Keyring.KEPT.plusHours(1));
        try (Server server = start()) {
            assertThat(server.store().keyring().keys()).hasSize(1);
            theyWork(server, backup);
        }
    }

    private void theyWork(Server server, ApiClient.Credentials backup) throws IOException {
        String role =
                new ApiClient(server.apiUrl(), clock)
                        .call(
                                Servers.administrator(server),
                                "iam",
                                "GetRole",
                                Map.of("RoleName", "auditor"))
                        .text("Arn");
        assertThat(
                        sts(
                                        server,
                                        backup,
                                        "AssumeRole",
                                        Map.of("RoleArn", role, "RoleSessionName", "nightly"))
                                .status())
                .as("as the service")
                .isEqualTo(200);
        assertThat(
                        sts(
                                        server,
                                        admin(),
                                        "GetWebIdentityToken",
                                        Map.of(
                                                "Audience.member.1",
                                                "client",
                                                "SigningAlgorithm",
                                                "ES384"))
                                .text("WebIdentityToken"))
                .contains(".");
    }

    private static void settled(Server server) {
        Keyring keyring = server.store().keyring();
        assertThat(Resealing.keysInUse(server.store().directory()))
                .containsExactly(keyring.sealingKeyId());
    }

    @Test
    void whereThereAreNoKeysNoneAreMade() {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        Path none = folder.resolve("none");
        assertThat(line.execute("keys", "rotate", "--data", none.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there are no keys in");
        assertThat(none).doesNotExist();
    }
}
