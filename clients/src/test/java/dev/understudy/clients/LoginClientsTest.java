package dev.understudy.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.Authority;
import dev.understudy.idp.Like;
import dev.understudy.idp.OidcClient;
import dev.understudy.idp.SamlUser;
import dev.understudy.idp.TestIdentityProvider;
import dev.understudy.idp.saml.SamlIdentityProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Clients that get their credentials from a provider's page or token, unchanged. */
class LoginClientsTest {
    private static final Path CLIENTS =
            Path.of(System.getProperty("understudy.clients", "target/clients"));
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The command, as this test has it. */
    private Path understudy() throws IOException {
        Path command = folder.resolve("understudy");
        Files.writeString(
                command,
                "#!/bin/sh\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -cp '"
                        + System.getProperty("java.class.path")
                        + "' dev.understudy.server.cli.Main \"$@\"\n");
        return Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void loginAsACredentialProcess() throws Exception {
        int port = free();
        SamlIdentityProvider saml = SamlIdentityProvider.create("https://idp.example.org/saml");
        Path metadata = Files.writeString(folder.resolve("metadata.xml"), saml.metadata());
        try (StartedServer server =
                new StartedServer(
                        folder.resolve("data"),
                        Map.of("samlAcs", "http://127.0.0.1:" + port + "/saml"))) {
            String arn = "arn:aws:iam::" + server.account();
            SamlUser alice =
                    new SamlUser(
                            "alice", List.of(arn + ":role/corp," + arn + ":saml-provider/corp"));
            try (TestIdentityProvider idp =
                    TestIdentityProvider.builder(CLOCK)
                            .issuer("https://localhost")
                            .authority(Authority.in(folder))
                            .saml(saml, List.of(alice), List.of("https://elsewhere.example/saml"))
                            .clients(
                                    List.of(
                                            OidcClient.withoutSecret(
                                                    "understudy", "http://127.0.0.1/callback")),
                                    List.of("alice"))
                            .serve(0)) {
                server.trust(idp);
                assertThat(
                                server.run(
                                        CLIENTS,
                                        "env",
                                        "PATH="
                                                + CLIENTS.toAbsolutePath()
                                                + ":"
                                                + System.getenv("PATH"),
                                        "NODE_EXTRA_CA_CERTS=" + folder.resolve("ca.pem"),
                                        "UNDERSTUDY=" + understudy(),
                                        "IDP=" + idp.url(),
                                        "ISSUER=" + idp.issuer(),
                                        "METADATA=" + metadata,
                                        "SAML_PORT=" + port,
                                        "node",
                                        "login.mjs"))
                        .contains("login as a credential_process: as on AWS");
            }
        }
    }

    @Test
    void configureAwsCredentialsOfGitHubActions() throws Exception {
        try (StartedServer server = new StartedServer(folder.resolve("data"));
                TestIdentityProvider github =
                        TestIdentityProvider.builder(CLOCK)
                                .issuer(Like.GITHUB.issuer())
                                .authority(Authority.in(folder))
                                .serve(0)) {
            server.trust(github);
            assertThat(
                            server.run(
                                    CLIENTS,
                                    "env",
                                    "NODE_EXTRA_CA_CERTS=" + folder.resolve("ca.pem"),
                                    "IDP=" + github.url(),
                                    "ISSUER=" + github.issuer(),
                                    "node",
                                    "github.mjs"))
                    .contains("configure-aws-credentials: as on AWS");
        }
    }
}
