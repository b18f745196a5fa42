package dev.understudy.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssertionEncryptionModeType;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who log in at a real Keycloak assume roles with what it gives them. */
class KeycloakTest {
    /** Of these, {@code turned} is the one whose keys change. */
    private static final List<String> REALMS = List.of("blue", "green", "turned");

    private static final Duration BEYOND_REFRESH = Duration.ofSeconds(61);

    private static final String LIST_USERS_FOR_BLUE =
            """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:ListUsers",
             "Resource": "*", "Condition": {"StringEquals": {"aws:PrincipalTag/team": "Blue"}}}}
            """;

    private static Stage stage;
    private static Keycloak keycloak;
    private static String account;
    private static String password;
    private static OwnCertificate decrypting;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        password = UUID.randomUUID().toString();
        decrypting = OwnCertificate.of("understudy", folder);
        try (Stage first = new Stage(folder.resolve("data"), "")) {
            account = first.account();
        }
        Map<String, String> realms = new LinkedHashMap<>();
        for (String realm : REALMS) {
            realms.put(realm, Realms.realm(realm, account, password, decrypting.base64()));
        }
        keycloak = new Keycloak(folder, password, realms);
        stage = new Stage(folder.resolve("data"), keycloak.address());
        try (IamClient admin = stage.administrator()) {
            for (String realm : REALMS) {
                register(admin, realm);
            }
        }
    }

    private static void register(IamClient admin, String realm) throws Exception {
        String thumbprint = keycloak.thumbprint();
        String oidc =
                admin.createOpenIDConnectProvider(p ->
                                p.url(Keycloak.issuer(realm))
                                        .clientIDList("aws", "aws-flat")
                                        .thumbprintList(thumbprint))
                        .openIDConnectProviderArn();
        String metadata = person(realm).metadata();
        String key = decrypting.privateKeyPem();
        String saml =
                admin.createSAMLProvider(p ->
                                p.name(realm)
                                        .samlMetadataDocument(metadata)
                                        .addPrivateKey(key)
                                        .assertionEncryptionMode(
                                                AssertionEncryptionModeType.ALLOWED))
                        .samlProviderArn();
        String audience = "keycloak.localhost/realms/" + realm + ":aud";
        role(admin, "oidc-" + realm, oidc, "sts:AssumeRoleWithWebIdentity", audience, "aws*");
        role(admin, "saml-" + realm, saml, "sts:AssumeRoleWithSAML", "saml:aud", "https://*/saml");
    }

    private static void role(
            IamClient admin, String name, String provider, String action, String key, String want) {
        String trust =
                """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                 "Principal": {"Federated": "%s"}, "Action": ["%s", "sts:TagSession"],
                 "Condition": {"StringLike": {"%s": "%s"}}}}
                """
                        .formatted(provider, action, key, want);
        admin.createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust));
        admin.putRolePolicy(
                p -> p.roleName(name).policyName("list").policyDocument(LIST_USERS_FOR_BLUE));
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @AfterEach
    void rightTheClock() {
        stage.skew(Duration.ZERO);
    }

    private static Person person(String realm) {
        return new Person(keycloak, realm, password);
    }

    private static AssumeRoleWithWebIdentityResponse byToken(String realm, String token) {
        try (StsClient sts = stage.anybody()) {
            return sts.assumeRoleWithWebIdentity(a ->
                    a.roleArn("arn:aws:iam::" + account + ":role/oidc-" + realm)
                            .roleSessionName("ada")
                            .webIdentityToken(token));
        }
    }

    private static AssumeRoleWithSamlResponse byResponse(String realm, String response) {
        try (StsClient sts = stage.anybody()) {
            return sts.assumeRoleWithSAML(a ->
                    a.roleArn("arn:aws:iam::" + account + ":role/saml-" + realm)
                            .principalArn("arn:aws:iam::" + account + ":saml-provider/" + realm)
                            .samlAssertion(response));
        }
    }

    private static void refused(ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StsException.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(e.awsErrorDetails().errorMessage()).contains(message);
                        });
    }

    /** Only a session with the tag that Keycloak gave may list users; none may do more. */
    private static void isTagged(Credentials session, String arn) {
        try (IamClient iam = stage.iam(session);
                StsClient sts = stage.sts(session)) {
            assertThat(sts.getCallerIdentity().arn()).endsWith(arn);
            iam.listUsers();
            assertThatThrownBy(iam::listRoles).isInstanceOf(IamException.class);
        }
    }

    @Test
    void anIdTokenIsARole() throws Exception {
        AssumeRoleWithWebIdentityResponse assumed = byToken("blue", person("blue").idToken("aws"));
        assertThat(assumed.provider()).isEqualTo(Keycloak.issuer("blue"));
        assertThat(assumed.audience()).isEqualTo("aws");
        assertThat(assumed.subjectFromWebIdentityToken()).hasSize(36);
        assertThat(assumed.packedPolicySize()).as("two tags take room").isPositive();
        isTagged(assumed.credentials(), ":assumed-role/oidc-blue/ada");
    }

    @Test
    void loginFromATerminalGoesThroughItsPage(@TempDir Path folder) throws Exception {
        String arn = "arn:aws:iam::" + account + ":role/oidc-blue";
        Credentials session = stage.login(arn, person("blue"), "aws", folder);
        isTagged(session, ":assumed-role/oidc-blue/ada@example.org");
    }

    @Test
    void aTagIsAnAttributeOfTheUser() throws Exception {
        AssumeRoleWithWebIdentityResponse assumed =
                byToken("blue", person("blue").idToken("aws-flat"));
        assertThat(assumed.audience()).isEqualTo("aws-flat");
        isTagged(assumed.credentials(), ":assumed-role/oidc-blue/ada");
    }

    @Test
    void aTokenOfAnotherRealmIsNone() throws Exception {
        String green = person("green").idToken("aws");
        refused(
                () -> byToken("blue", green),
                "AccessDenied",
                "Not authorized to perform sts:AssumeRoleWithWebIdentity");
        String provider =
                "arn:aws:iam::" + account + ":oidc-provider/keycloak.localhost/realms/green";
        byToken("green", green);
        try (IamClient admin = stage.administrator()) {
            admin.deleteOpenIDConnectProvider(p -> p.openIDConnectProviderArn(provider));
            refused(
                    () -> byToken("green", green),
                    "InvalidIdentityToken",
                    "No OpenIDConnect provider found in your account for "
                            + Keycloak.issuer("green"));
        }
    }

    @Test
    void clocksMayDifferByFiveMinutes() throws Exception {
        String token = person("blue").idToken("aws");
        stage.skew(Duration.ofMinutes(-4));
        byToken("blue", token);
        stage.skew(Duration.ofMinutes(-20));
        refused(() -> byToken("blue", token), "InvalidIdentityToken", "");
        stage.skew(Duration.ofMinutes(20));
        refused(() -> byToken("blue", token), "ExpiredTokenException", "");
    }

    @Test
    void tokensOfOldAndNewKeysAreGood() throws Exception {
        String old = person("turned").idToken("aws");
        byToken("turned", old);
        keycloak.rotateKeys("turned");
        String fresh = person("turned").idToken("aws");
        assertThat(header(fresh)).isNotEqualTo(header(old));
        stage.skew(BEYOND_REFRESH);
        byToken("turned", fresh);
        byToken("turned", old);
    }

    /** With the key's id. */
    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    @Test
    void aSamlResponseIsARole() throws Exception {
        for (String signed : List.of(Realms.SIGNED_RESPONSE, Realms.SIGNED_ASSERTION)) {
            AssumeRoleWithSamlResponse assumed =
                    byResponse("blue", person("blue").samlResponse(signed));
            assertThat(assumed.issuer()).isEqualTo(Keycloak.issuer("blue"));
            assertThat(assumed.audience()).isEqualTo("https://signin.aws.amazon.com/saml");
            assertThat(assumed.subjectType()).isEqualTo("persistent");
            isTagged(assumed.credentials(), ":assumed-role/saml-blue/ada@example.org");
        }
    }

    @Test
    void aSamlResponseIsGoodOnceAndForOneProvider() throws Exception {
        String response = person("blue").samlResponse(Realms.SIGNED_RESPONSE);
        refused(
                () -> byResponse("green", response),
                "InvalidIdentityToken",
                "Issuer not present in specified provider");
        byResponse("blue", response);
        refused(() -> byResponse("blue", response), "InvalidIdentityToken", "");
    }

    @Test
    void encryptedAssertionsAreOpened() throws Exception {
        for (String client : List.of(Realms.ENCRYPTED, Realms.ENCRYPTED_AND_SIGNED)) {
            Credentials session =
                    byResponse("blue", person("blue").samlResponse(client)).credentials();
            isTagged(session, ":assumed-role/saml-blue/ada@example.org");
        }
    }

    @Test
    void whatDoesNotNoticeAChangedByteIsNotDecrypted() throws Exception {
        String response = person("blue").samlResponse(Realms.ENCRYPTED_CBC);
        refused(
                () -> byResponse("blue", response),
                "InvalidIdentityToken",
                "Response signature invalid");
    }

    @Test
    void encryptionMayBeRequired() throws Exception {
        String arn = "arn:aws:iam::" + account + ":saml-provider/green";
        try (IamClient admin = stage.administrator()) {
            admin.updateSAMLProvider(p ->
                    p.samlProviderArn(arn)
                            .assertionEncryptionMode(AssertionEncryptionModeType.REQUIRED));
        }
        String plain = person("green").samlResponse(Realms.SIGNED_RESPONSE);
        refused(
                () -> byResponse("green", plain),
                "InvalidIdentityToken",
                "Response signature invalid");
        byResponse("green", person("green").samlResponse(Realms.ENCRYPTED));
    }

    @Test
    void aSamlResponseIsGoodForFiveMinutes() throws Exception {
        String response = person("blue").samlResponse(Realms.SIGNED_RESPONSE);
        stage.skew(Duration.ofMinutes(-20));
        refused(() -> byResponse("blue", response), "InvalidIdentityToken", "not valid yet");
        stage.skew(Duration.ofMinutes(6));
        refused(() -> byResponse("blue", response), "ExpiredTokenException", "within 5 minutes");
        stage.skew(Duration.ofSeconds(-50));
        byResponse("blue", response);
    }

    @Test
    void newMetadataTakesResponsesOfOldAndNewKeys() throws Exception {
        Person person = person("turned");
        String old = person.samlResponse(Realms.SIGNED_RESPONSE);
        keycloak.rotateKeys("turned");
        String fresh = person.samlResponse(Realms.SIGNED_RESPONSE);
        refused(
                () -> byResponse("turned", fresh),
                "InvalidIdentityToken",
                "Response signature invalid");
        String metadata = person.metadata();
        try (IamClient admin = stage.administrator()) {
            admin.updateSAMLProvider(p ->
                    p.samlProviderArn("arn:aws:iam::" + account + ":saml-provider/turned")
                            .samlMetadataDocument(metadata));
        }
        byResponse("turned", fresh);
        byResponse("turned", old);
    }

    @Test
    void anIssuerWithAPortIsNoProviderInIam() throws Exception {
        try (IamClient admin = stage.administrator()) {
            assertThatThrownBy(() ->
                            admin.createOpenIDConnectProvider(p ->
                                    p.url("https://127.0.0.1:8443/realms/blue")
                                            .clientIDList("aws")))
                    .hasMessageContaining("Invalid Open ID Connect Provider URL");
        }
    }
}
