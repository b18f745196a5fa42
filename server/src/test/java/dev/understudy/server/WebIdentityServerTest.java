package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.Flaw;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.Token;
import dev.understudy.server.config.ConfigLoader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A whole server and an issuer of its own, over HTTPS: through the issuer's good and bad days. */
class WebIdentityServerTest {
    private static final Token BOB = Token.of("bob", "client");

    @TempDir private Path folder;
    private Instant now = Instant.parse("2026-01-15T12:00:10Z");
    private final InstantSource clock = () -> now;

    /** Declared, because CreateOpenIDConnectProvider takes no port. */
    private Server start(TestIdentityProvider issuer, String more) throws IOException {
        String url = issuer.issuer();
        String prefix = url.substring("https://".length());
        Path config =
                Files.writeString(
                        folder.resolve("understudy.yaml"),
                        """
                        idpAllowNetwork: 127.0.0.0/8
                        accounts:
                          - id: "111122223333"
                            oidcProviders:
                              - { url: "%s", clientIds: [client], thumbprints: ["%s"] }
                            roles:
                              - name: visitor
                                trustPolicy:
                                  Version: "2012-10-17"
                                  Statement:
                                    Effect: Allow
                                    Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/%s" }
                                    Action: sts:AssumeRoleWithWebIdentity
                                    Condition: { StringEquals: { "%s:sub": bob } }
                        %s
                        """
                                .formatted(
                                        url,
                                        issuer.authority().thumbprint(),
                                        prefix,
                                        prefix,
                                        more));
        Map<String, String> options =
                Map.of(
                        "port",
                        "0",
                        "managementPort",
                        "0",
                        "data",
                        folder.resolve("data").toString());
        return Server.start(ConfigLoader.load(options, Map.of(), config), clock);
    }

    private ApiClient.Reply assume(Server server, String token) throws IOException {
        return new ApiClient(server.apiUrl(), clock)
                .call(
                        null,
                        "sts",
                        "AssumeRoleWithWebIdentity",
                        Map.of(
                                "RoleArn",
                                "arn:aws:iam::111122223333:role/visitor",
                                "RoleSessionName",
                                "session",
                                "WebIdentityToken",
                                token));
    }

    @Test
    void keysAreFetchedRotatedAndOutliveTheirIssuerForAWhile() throws Exception {
        try (TestIdentityProvider issuer = TestIdentityProvider.builder(clock).serve(0);
                Server server = start(issuer, "")) {
            ApiClient.Reply answer = assume(server, issuer.token(BOB));
            assertThat(answer.text("SubjectFromWebIdentityToken")).isEqualTo("bob");
            assertThat(answer.text("Provider")).isEqualTo(issuer.issuer());
            assertThat(
                            new ApiClient(server.apiUrl(), clock)
                                    .call(
                                            answer.credentials(),
                                            "sts",
                                            "GetCallerIdentity",
                                            Map.of())
                                    .text("Arn"))
                    .isEqualTo("arn:aws:sts::111122223333:assumed-role/visitor/session");
            refused(server, issuer.token(BOB, Flaw.EXPIRED), 400, "ExpiredTokenException");
            refused(server, issuer.token(Token.of("eve", "client")), 403, "AccessDenied");

            issuer.rotate();
            now = now.plus(Duration.ofMinutes(1));
            assertThat(assume(server, issuer.token(BOB)).status()).as("new key").isEqualTo(200);

            issuer.close();
            now = now.plus(Duration.ofHours(2));
            assertThat(assume(server, issuer.token(BOB)).status()).as("stale keys").isEqualTo(200);
            now = now.plus(Duration.ofHours(5));
            refused(server, issuer.token(BOB), 400, "IDPCommunicationError");
        }
    }

    private void refused(Server server, String token, int status, String code) throws IOException {
        ApiClient.Reply reply = assume(server, token);
        assertThat(reply.text("Code")).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("AccessKeyId")).isEmpty();
    }

    @Test
    void anIssuerWhoseKeysAreInAFileIsNeverAsked() throws Exception {
        TestIdentityProvider issuer =
                TestIdentityProvider.of("https://issuer.invalid/realm", clock);
        Files.writeString(folder.resolve("keys.json"), issuer.keySet());
        String given =
                "oidcIssuers: [{ url: \"https://issuer.invalid/realm\", jwksFile: keys.json }]";
        try (Server server = start(issuer, given)) {
            assertThat(assume(server, issuer.token(BOB)).status()).isEqualTo(200);
            issuer.rotate();
            refused(server, issuer.token(BOB), 400, "InvalidIdentityToken");
            Files.writeString(folder.resolve("keys.json"), issuer.keySet());
            assertThat(assume(server, issuer.token(BOB)).status()).isEqualTo(200);
        }
    }
}
