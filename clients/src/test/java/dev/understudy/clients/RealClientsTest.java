package dev.understudy.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.idp.Like;
import dev.understudy.idp.TestIdentityProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** The clients people have, unchanged, against a started server. */
class RealClientsTest {
    private static final Path CLIENTS =
            Path.of(System.getProperty("understudy.clients", "target/clients"));

    /** The module's folder is the working directory of its tests. */
    private static final Path JOURNEYS = Path.of("..", "spec", "journeys").toAbsolutePath();

    @TempDir private Path data;
    private StartedServer server;

    @BeforeEach
    void start() {
        server = new StartedServer(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void awsCommandLine() throws IOException, InterruptedException {
        assertThat(server.run(CLIENTS, "bash", "story.sh")).contains("as on AWS");
    }

    @Test
    void awsCommandLineWithCredentialsOfUsers() throws IOException, InterruptedException {
        assertThat(server.run(CLIENTS, "bash", "credentials.sh"))
                .contains("aws cli credentials: as on AWS");
    }

    @Test
    void boto3() throws IOException, InterruptedException {
        String endpoint =
                "import boto3, functools, os; boto3.client = functools.partial(boto3.client,"
                        + " endpoint_url=os.environ['AWS_ENDPOINT_URL']);";
        assertThat(
                        server.run(
                                CLIENTS,
                                "/usr/bin/python3",
                                "-c",
                                endpoint + "exec(open('story.py').read())"))
                .contains("as on AWS");
    }

    @Test
    void javascriptSdk() throws IOException, InterruptedException {
        assertThat(server.run(CLIENTS, "node", "story.mjs")).contains("as on AWS");
    }

    @Test
    void javascriptSdkWithCredentialsThatItFetches() throws IOException, InterruptedException {
        String subject = "system:serviceaccount:shop:web";
        TestIdentityProvider kubernetes =
                TestIdentityProvider.of(Like.KUBERNETES.issuer(), InstantSource.system());
        server.trust(kubernetes);
        Path token = data.resolve("token");
        Files.writeString(token, kubernetes.token(Like.KUBERNETES.token(subject)));
        assertThat(
                        server.run(
                                CLIENTS,
                                "env",
                                "TOKEN_FILE=" + token,
                                "ISSUER=" + kubernetes.issuer(),
                                "SUBJECT=" + subject,
                                "node",
                                "profiles.mjs"))
                .contains("javascript sdk profiles: as on AWS");
    }

    @Test
    void journeysThroughTheAwsCommandLine() throws IOException, InterruptedException {
        assertThat(journeys("aws-cli")).contains("8 journeys").contains("as on AWS");
    }

    @Test
    void journeysThroughTheJavascriptSdk() throws IOException, InterruptedException {
        assertThat(journeys("javascript")).contains("8 journeys").contains("as on AWS");
    }

    private String journeys(String client) throws IOException, InterruptedException {
        return server.run(CLIENTS, "node", "journey.mjs", client, JOURNEYS.toString());
    }

    private IamClient iam(AwsCredentials credentials) {
        return IamClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private StsClient sts(AwsCredentials credentials) {
        return StsClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Test
    void javaSdk() throws IOException {
        AwsCredentials keys = AwsBasicCredentials.create(server.keys()[0], server.keys()[1]);
        try (IamClient admin = iam(keys);
                StsClient token = sts(keys)) {
            String account = token.getCallerIdentity().account();
            admin.createUser(
                    u -> u.userName("java").tags(Tag.builder().key("team").value("blue").build()));
            assertThat(admin.getUser(u -> u.userName("java")).user().tags())
                    .extracting(Tag::value)
                    .containsExactly("blue");
            String trust =
                    "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::"
                            + account
                            + ":user/java\"},\"Action\":\"sts:AssumeRole\"}}";
            String arn =
                    admin.createRole(r -> r.roleName("java-role").assumeRolePolicyDocument(trust))
                            .role()
                            .arn();
            admin.attachRolePolicy(a ->
                    a.roleName("java-role").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
            AccessKey made = admin.createAccessKey(k -> k.userName("java")).accessKey();
            AwsCredentials own =
                    AwsBasicCredentials.create(made.accessKeyId(), made.secretAccessKey());
            try (StsClient java = sts(own);
                    IamClient unprivileged = iam(own)) {
                Credentials c =
                        java.assumeRole(a -> a.roleArn(arn).roleSessionName("java-session"))
                                .credentials();
                AwsCredentials session =
                        AwsSessionCredentials.create(
                                c.accessKeyId(), c.secretAccessKey(), c.sessionToken());
                try (IamClient assumed = iam(session)) {
                    assertThat(assumed.listUsersPaginator().users())
                            .extracting(u -> u.userName())
                            .contains("java");
                    assertThatThrownBy(() -> assumed.deleteRole(r -> r.roleName("java-role")))
                            .isInstanceOfSatisfying(
                                    IamException.class,
                                    e ->
                                            assertThat(e.awsErrorDetails().errorCode())
                                                    .isEqualTo("AccessDenied"));
                }
                assertThatThrownBy(unprivileged::listUsers)
                        .hasMessageContaining("because no identity-based policy allows");
                assertThatThrownBy(() ->
                                java.assumeRole(a -> a.roleArn(arn + "x").roleSessionName("ss")))
                        .isInstanceOf(StsException.class)
                        .hasMessageContaining(
                                "is not authorized to perform: sts:AssumeRole on resource");
            }
            assertThatThrownBy(() -> admin.getRole(r -> r.roleName("none")))
                    .isInstanceOf(NoSuchEntityException.class);
        }
    }
}
