package dev.understudy.keycloak;

import dev.understudy.server.ApiClient;
import dev.understudy.server.DataFolder;
import dev.understudy.server.Server;
import dev.understudy.server.config.ConfigLoader;

import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A server on a fresh store, whose clock can be put wrong, and what AWS's SDK asks it with. */
final class Stage implements AutoCloseable {
    private final Server server;
    private final SkewedClock clock;
    private final AwsCredentialsProvider administrator;

    /** The machine's clock, as much ahead as it is told. */
    private static final class SkewedClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(ahead);
        }
    }

    /** A server that finds identity providers by {@code --idp-address}; empty for nothing said. */
    Stage(Path data, String idpAddress) throws IOException {
        clock = new SkewedClock();
        server =
                Server.start(
                        ConfigLoader.load(
                                Map.of(
                                        "port",
                                        "0",
                                        "managementPort",
                                        "0",
                                        "data",
                                        data.toString(),
                                        "idpAddress",
                                        idpAddress),
                                Map.of(),
                                null),
                        clock);
        ApiClient.Credentials keys =
                ApiClient.Credentials.read(DataFolder.credentials(server.data()));
        administrator =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.accessKeyId(), keys.secret()));
    }

    /** Puts the server's clock ahead of Keycloak's; behind, if negative. */
    void skew(Duration ahead) {
        clock.ahead = ahead;
    }

    IamClient administrator() {
        return iam(administrator);
    }

    String account() {
        try (StsClient sts = sts(administrator)) {
            return sts.getCallerIdentity().account();
        }
    }

    /** Who has no credentials yet. */
    StsClient anybody() {
        return sts(AnonymousCredentialsProvider.create());
    }

    IamClient iam(Credentials session) {
        return iam(provider(session));
    }

    StsClient sts(Credentials session) {
        return sts(provider(session));
    }

    private static AwsCredentialsProvider provider(Credentials session) {
        AwsCredentials credentials =
                AwsSessionCredentials.create(
                        session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        return StaticCredentialsProvider.create(credentials);
    }

    /** What {@code login} prints after this person logged in at the address that it tells. */
    Credentials login(String roleArn, Person person, String client, Path folder) throws Exception {
        Process login =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.understudy.server.cli.Main",
                                "login",
                                "--no-browser",
                                "--issuer=" + Keycloak.issuer(person.realm()),
                                "--client-id=" + client,
                                "--role=" + roleArn,
                                "--scope=openid email",
                                "--ca-file=" + person.keycloak().certificateFile(folder),
                                "--idp-address=" + person.keycloak().address(),
                                "--cache=" + folder.resolve("cache"),
                                "--endpoint=" + server.apiUrl())
                        .start();
        StringBuilder said = new StringBuilder();
        String page = "sign in at: ";
        try (BufferedReader err = login.errorReader()) {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(page)) {
                    person.logInAt(line.substring(page.length()));
                }
            }
        }
        String json = new String(login.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (login.waitFor() != 0) {
            throw new AssertionError(said);
        }
        return Credentials.builder()
                .accessKeyId(Members.text(json, "AccessKeyId"))
                .secretAccessKey(Members.text(json, "SecretAccessKey"))
                .sessionToken(Members.text(json, "SessionToken"))
                .build();
    }

    private IamClient iam(AwsCredentialsProvider credentials) {
        return IamClient.builder()
                .endpointOverride(URI.create(server.apiUrl().toString()))
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private StsClient sts(AwsCredentialsProvider credentials) {
        return StsClient.builder()
                .endpointOverride(URI.create(server.apiUrl().toString()))
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
