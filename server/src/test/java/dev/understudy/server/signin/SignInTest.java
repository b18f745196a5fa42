package dev.understudy.server.signin;

import static dev.understudy.server.Servers.shown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.server.Server;
import dev.understudy.server.Servers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser's sign-in at a whole server, over sockets. */
class SignInTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String PUBLIC = "https://iam.example.org";
    private static final String INVALID = "Your request included an invalid SAML response.";
    private static final Pattern JSON = Pattern.compile("\\{\n.*?\n}", Pattern.DOTALL);

    @TempDir private static Path folder;
    private static Server server;
    private static HttpClient client;
    private static SamlIdentityProvider idp;
    private static String account;

    @BeforeAll
    static void start() throws IOException {
        server = Servers.start(folder, CLOCK, "publicUrl", PUBLIC + "/");
        client = HttpClient.newHttpClient();
        idp = SamlIdentityProvider.create("https://idp.example.org/saml");
        account = Objects.requireNonNull(server.firstStart()).account().toString();
        Servers.made(
                server,
                CLOCK,
                "CreateSAMLProvider",
                Map.of("Name", "idp", "SAMLMetadataDocument", idp.metadata()));
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"Federated\":\""
                        + provider()
                        + "\"},\"Action\":\"sts:AssumeRoleWithSAML\",\"Condition\":"
                        + "{\"StringEquals\":{\"SAML:aud\":\""
                        + PUBLIC
                        + "/saml\"}}}}";
        Servers.made(
                server,
                CLOCK,
                "CreateRole",
                Map.of("RoleName", "dev", "AssumeRolePolicyDocument", trust));
        Servers.made(
                server,
                CLOCK,
                "CreateRole",
                Map.of(
                        "RoleName",
                        "closed",
                        "AssumeRolePolicyDocument",
                        trust.replace("\"Allow\"", "\"Deny\"")));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static String provider() {
        return "arn:aws:iam::" + account + ":saml-provider/idp";
    }

    private static String role(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }

    private static SamlLogin login() {
        return SamlLogin.of("alice@example.org", "alice", CLOCK.instant())
                .recipient(PUBLIC + "/saml")
                .role(role("dev"), provider())
                .role(role("closed"), provider());
    }

    private static HttpResponse<String> send(String method, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.apiUrl().resolve("/saml"))
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String... fields)
            throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", "application/x-www-form-urlencoded", form.toString());
    }

    private static HttpResponse<String> choose(String response, String role)
            throws IOException, InterruptedException {
        return post("SAMLResponse", response, "choice", role + "," + provider());
    }

    @Test
    void aResponseLeadsToAChoiceAndTheChoiceToCredentials() throws Exception {
        String response = idp.respond(login());
        HttpResponse<String> choice = post("SAMLResponse", response, "RelayState", "https://x/");
        assertThat(choice.statusCode()).isEqualTo(200);
        assertThat(shown(choice))
                .contains(
                        "Account " + account,
                        role("dev"),
                        role("closed"),
                        "name=\"SAMLResponse\" value=\"" + response + "\"")
                .doesNotContain("https://x/");

        HttpResponse<String> granted = choose(response, role("dev"));
        assertThat(granted.statusCode()).isEqualTo(200);
        String page = shown(granted);
        assertThat(page)
                .contains(
                        "alice@example.org",
                        "https://idp.example.org/saml",
                        "export AWS_ENDPOINT_URL_STS='" + PUBLIC + "'",
                        "$Env:AWS_SESSION_TOKEN = '",
                        "aws_session_token = ")
                .doesNotContain(response);
        Matcher json = JSON.matcher(page);
        assertThat(json.find()).isTrue();
        JsonNode process = new JsonMapper().readTree(json.group());
        assertThat(Servers.whoIs(server, CLOCK, process)).endsWith(":assumed-role/dev/alice");

        HttpResponse<String> again = choose(response, role("dev"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(shown(again)).contains("InvalidIdentityToken").doesNotContain("ASIA");
    }

    @Test
    void whatTheTrustPolicyRefusesIsRefusedInAwsWordsAndUsesNothingUp() throws Exception {
        String response = idp.respond(login());
        for (String role : List.of(role("closed"), role("other"), "x", "")) {
            HttpResponse<String> refused = choose(response, role);
            assertThat(refused.statusCode()).isBetween(400, 403);
            assertThat(shown(refused)).doesNotContain("ASIA");
        }
        HttpResponse<String> refused = choose(response, role("closed"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(shown(refused))
                .contains("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML");
        assertThat(choose(response, role("dev")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = SamlFault.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMENT_IN_NAME")
    void aBrokenResponseGivesNothing(SamlFault fault) throws Exception {
        String response = idp.respond(login(), fault);
        HttpResponse<String> offered = post("SAMLResponse", response);
        assertThat(offered.statusCode()).isIn(200, 400);
        assertThat(shown(offered)).doesNotContain("ASIA");
        HttpResponse<String> refused = choose(response, role("dev"));
        assertThat(refused.statusCode()).isIn(400, 403);
        assertThat(shown(refused)).doesNotContain("ASIA");
    }

    @Test
    void aResponseMeantForAnotherServerGivesNothing() throws Exception {
        for (String other : List.of("https://iam.example.org", "https://iam.example.org/saml/")) {
            HttpResponse<String> refused =
                    choose(idp.respond(login().recipient(other)), role("dev"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(shown(refused)).contains("InvalidIdentityToken");
        }
    }

    @Test
    void encryptedRolesAreAskedFor() throws Exception {
        String response = idp.respond(login().encryptedFor(stranger()));
        HttpResponse<String> page = post("SAMLResponse", response);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(shown(page)).contains("name=\"roleArn\"", "name=\"providerArn\"", "required");
        HttpResponse<String> refused =
                post("SAMLResponse", response, "roleArn", role("dev"), "providerArn", provider());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(shown(refused)).contains("InvalidIdentityToken");
    }

    private static java.security.PublicKey stranger() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic();
    }

    @Test
    void whatIsClaimedIsShownAsTextAndOnlyIfItIsAnArn() throws Exception {
        String response =
                idp.respond(
                        login().role("<script>alert(1)</script>", provider())
                                .role(role("\"><b>&amp;"), provider())
                                .role("javascript:alert(1)", "data:,"));
        HttpResponse<String> page = post("SAMLResponse", response);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("&quot;&gt;&lt;b&gt;&amp;amp;")
                .doesNotContain("alert(1)", "role/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SAMLResponse",
                "SAMLResponse=",
                "SAMLResponse=%",
                "SAMLResponse=%zz",
                "SAMLResponse=AAAA",
                "SAMLResponse=%00",
                "=",
                "&&&",
                "RelayState=x",
                "SAMLResponse=AAAA&SAMLResponse=AAAA",
                "samlresponse=AAAA"
            })
    void whatIsNoResponseIsToldInAwsWords(String body) throws Exception {
        HttpResponse<String> refused = send("POST", "application/x-www-form-urlencoded", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(shown(refused)).contains(INVALID);
    }

    @Test
    void whatIsTooMuchIsRefused() throws Exception {
        String response = idp.respond(login());
        assertThat(post("SAMLResponse", response, "RelayState", "x".repeat(2_049)).statusCode())
                .isEqualTo(400);
        assertThat(post("SAMLResponse", "A".repeat(100_004)).statusCode()).isEqualTo(400);
        HttpResponse<String> large = post("SAMLResponse", "A".repeat(400_000));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(shown(large)).contains(INVALID);
    }

    @Test
    void onlyFormsArePosted() throws Exception {
        String body = "SAMLResponse=" + URLEncoder.encode("AAAA", StandardCharsets.UTF_8);
        for (String method : List.of("GET", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            HttpResponse<String> refused = send(method, "text/plain", "");
            assertThat(refused.statusCode()).describedAs(method).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("POST");
        }
        for (String type : List.of("text/plain", "application/json", "multipart/form-data")) {
            assertThat(send("POST", type, body).statusCode()).isEqualTo(415);
        }
        assertThat(
                        send("POST", "Application/X-WWW-Form-Urlencoded ; charset=UTF-8", body)
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothingElseComesThisWay() throws Exception {
        for (String path : List.of("/saml/", "/SAML", "/saml/x")) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(URI.create(server.apiUrl() + path)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .doesNotContain("text/html");
        }
    }

    @Test
    void aSecretHasNoText() {
        assertThat(new AssumedRole.Granted("A", "secret", "token", "e", "s", "i", "arn"))
                .asString()
                .doesNotContain("secret", "token");
    }
}
