package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What users prove themselves with, over a restart and on the disk. */
class CredentialsServerTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-15T12:00:10Z"));
    private static final String PASSWORD = "correct-Horse-battery-1";

    @TempDir private Path folder;

    private Server start() throws IOException {
        Map<String, String> options =
                Map.of("port", "0", "managementPort", "0", "data", folder.toString());
        return Server.start(ConfigLoader.load(options, Map.of(), null), CLOCK);
    }

    private static ApiClient.Reply iam(
            Server server,
            ApiClient.Credentials keys,
            String action,
            Map<String, String> parameters)
            throws IOException {
        return new ApiClient(server.apiUrl(), CLOCK).call(keys, "iam", action, parameters);
    }

    private static ApiClient.Reply session(
            Server server, ApiClient.Credentials keys, String serial, String code)
            throws IOException {
        return new ApiClient(server.apiUrl(), CLOCK)
                .call(
                        keys,
                        "sts",
                        "GetSessionToken",
                        Map.of("SerialNumber", serial, "TokenCode", code));
    }

    @Test
    void usesAndUsedCodesSurviveAndNoSecretIsKeptInTheOpen() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD));
        ApiClient.Credentials admin;
        String serial;
        byte[] seed;
        long step = CLOCK.instant().getEpochSecond() / 30;
        StringWriter told = new StringWriter();
        try (LogOfEverything log = new LogOfEverything(told);
                Server server = start()) {
            admin =
                    ApiClient.Credentials.read(
                            Objects.requireNonNull(server.firstStart()).credentials());
            ApiClient.Reply made =
                    iam(
                            server,
                            admin,
                            "CreateVirtualMFADevice",
                            Map.of("VirtualMFADeviceName", "phone"));
            serial = made.text("SerialNumber");
            String base32 =
                    new String(
                            Base64.getDecoder().decode(made.text("Base32StringSeed")),
                            StandardCharsets.US_ASCII);
            seed = decode(base32);
            secrets.add(base32);
            secrets.add(HexFormat.of().formatHex(seed));
            ok(
                    iam(
                            server,
                            admin,
                            "EnableMFADevice",
                            Map.of(
                                    "UserName",
                                    "admin",
                                    "SerialNumber",
                                    serial,
                                    "AuthenticationCode1",
                                    code(seed, step - 2),
                                    "AuthenticationCode2",
                                    code(seed, step - 1))));
            ok(session(server, admin, serial, code(seed, step)));
            ok(
                    iam(
                            server,
                            admin,
                            "CreateLoginProfile",
                            Map.of("UserName", "admin", "Password", PASSWORD)));
            secrets.add(
                    ok(iam(
                                    server,
                                    admin,
                                    "CreateServiceSpecificCredential",
                                    Map.of(
                                            "UserName",
                                            "admin",
                                            "ServiceName",
                                            "codecommit.amazonaws.com")))
                            .text("ServicePassword"));
        }
        assertThat(told.toString()).as("the log of it all").contains("CreateLoginProfile");
        secrets.forEach(secret -> assertThat(told.toString()).doesNotContain(secret));
        try (Server server = start()) {
            assertThat(session(server, admin, serial, code(seed, step)).ok())
                    .as("a code that was used before the restart")
                    .isFalse();
            ok(session(server, admin, serial, code(seed, step + 1)));
            assertThat(
                            server.store()
                                    .directory()
                                    .account(
                                            server.store().directory().accounts().iterator().next())
                                    .credentials()
                                    .useOf(admin.accessKeyId())
                                    .date())
                    .isEqualTo(CLOCK.instant());
            ApiClient.Reply used =
                    iam(
                            server,
                            admin,
                            "GetAccessKeyLastUsed",
                            Map.of("AccessKeyId", admin.accessKeyId()));
            assertThat(used.text("LastUsedDate")).isEqualTo("2026-01-15T12:00:10Z");
        }
        noneIn(secrets);
    }

    private static ApiClient.Reply ok(ApiClient.Reply reply) {
        assertThat(reply.ok()).as(reply.toString()).isTrue();
        return reply;
    }

    private void noneIn(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertThat(bytes.contains(secret)).as("a secret in %s", file).isFalse();
                }
            }
        }
    }

    private static byte[] decode(String base32) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        java.math.BigInteger number = java.math.BigInteger.ONE;
        for (char c : base32.toCharArray()) {
            number = number.shiftLeft(5).or(java.math.BigInteger.valueOf(alphabet.indexOf(c)));
        }
        byte[] withMark = number.toByteArray();
        return java.util.Arrays.copyOfRange(withMark, 1, withMark.length);
    }

    private static String code(byte[] seed, long step) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(seed, "HmacSHA1"));
        byte[] hash = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
        int number = java.nio.ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }
}
