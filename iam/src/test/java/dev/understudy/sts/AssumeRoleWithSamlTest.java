package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.idp.saml.SamlFault;
import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;
import dev.understudy.idp.saml.Signed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Roles for whom a SAML provider vouches, over the wire. */
class AssumeRoleWithSamlTest {
    private static final SamlIdentityProvider IDP =
            SamlIdentityProvider.create("https://idp.example.org/saml");
    private static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/idp";
    private static final String DENIED = "Not authorized to perform sts:AssumeRoleWithSAML";
    private static final String ALL =
            "\"sts:AssumeRoleWithSAML\",\"sts:TagSession\",\"sts:SetSourceIdentity\"";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void register() {
        admin.call("CreateSAMLProvider", "Name", "idp", "SAMLMetadataDocument", IDP.metadata())
                .ok();
        trust(ALL, "");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void trust(String actions, String condition) {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\""
                        + PROVIDER
                        + "\"},\"Action\":["
                        + actions
                        + "]"
                        + condition
                        + "}}";
        Answer created =
                admin.call(
                        "CreateRole", "RoleName", "visitor", "AssumeRolePolicyDocument", document);
        if (created.status() != 200) {
            admin.call("UpdateAssumeRolePolicy", "RoleName", "visitor", "PolicyDocument", document)
                    .ok();
        }
    }

    private SamlLogin login() {
        return SamlLogin.of("alice@example.org", "alice", world.instant()).role(ROLE, PROVIDER);
    }

    private Answer assume(String response, String... more) {
        return assumeAs(ROLE, PROVIDER, response, more);
    }

    private Answer assumeAs(String role, String provider, String response, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "RoleArn",
                                role,
                                "PrincipalArn",
                                provider,
                                "SAMLAssertion",
                                response));
        all.addAll(List.of(more));
        return world.unsigned("AssumeRoleWithSAML", all.toArray(String[]::new));
    }

    @Test
    void aGoodAssertionOpensASession() {
        Answer answer = assume(IDP.respond(login())).ok();
        assertThat(answer.text("Subject")).isEqualTo("alice@example.org");
        assertThat(answer.text("SubjectType")).isEqualTo("persistent");
        assertThat(answer.text("Issuer")).isEqualTo("https://idp.example.org/saml");
        assertThat(answer.text("Audience")).isEqualTo("https://signin.aws.amazon.com/saml");
        // By openssl, from AWS's formula.
        assertThat(answer.text("NameQualifier")).isEqualTo("g5ql2UexfHF4b9T/HHqf0mnf2cI=");
        assertThat(answer.has("PackedPolicySize")).isFalse();
        assertThat(answer.has("SourceIdentity")).isFalse();
        assertThat(answer.text("Expiration")).isEqualTo("2026-01-15T13:00:00Z");
        assertThat(world.client(answer).call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/visitor/alice");
    }

    @Test
    void whomTheProviderNamedStaysWithTheSession() {
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "visitor",
                        "PolicyName",
                        "own",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:GetUser\",\"Resource\":\"arn:aws:iam::111122223333:user/${saml:sub}\","
                                + "\"Condition\":{\"StringEquals\":{\"saml:sub_type\":\"persistent\"},"
                                + "\"Null\":{\"saml:aud\":\"true\",\"saml:iss\":\"true\"}}}}")
                .ok();
        admin.call("CreateUser", "UserName", "alice@example.org").ok();
        admin.call("CreateUser", "UserName", "bob@example.org").ok();
        var session = world.client(assume(IDP.respond(login())).ok());
        session.call("GetUser", "UserName", "alice@example.org").ok();
        assertThat(session.call("GetUser", "UserName", "bob@example.org").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(value = SamlFault.class, names = "COMMENT_IN_NAME", mode = EnumSource.Mode.EXCLUDE)
    void aBrokenOneOpensNoneAndChangesNothing(SamlFault fault) {
        var before = world.account(TRUSTING);
        for (Signed signed : Signed.values()) {
            Answer answer = assume(IDP.respond(login().signed(signed), fault));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.has("AccessKeyId")).isFalse();
        }
        assertThat(world.account(TRUSTING)).isSameAs(before);
    }

    @Test
    void anAssertionIsGoodOnceAndARefusalDoesNotUseItUp() {
        String response = IDP.respond(login());
        trust("\"sts:TagSession\"", "");
        assume(response).refused(403, "AccessDenied", DENIED);
        trust(ALL, "");
        assume(response, "DurationSeconds", "43200").refused("ValidationError");
        assume(response, "Policy", "{").refused("MalformedPolicyDocument");
        assume(response).ok();
        assume(response)
                .refused(
                        400,
                        "InvalidIdentityToken",
                        "The assertion was used before, and is good once.");
        assume(IDP.respond(login())).ok();
    }

    @Test
    void theTrustPolicyDecidesByTheAssertionsKeys() {
        String email = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
        for (String condition :
                List.of(
                        "\"StringEquals\":{\"saml:aud\":\"https://signin.aws.amazon.com/saml\"}",
                        "\"StringEquals\":{\"SAML:iss\":\"https://idp.example.org/saml\"}",
                        "\"StringEquals\":{\"saml:doc\":\"111122223333/idp\"}",
                        "\"StringEquals\":{\"saml:sub\":\"alice@example.org\",\"saml:sub_type\":\"persistent\"}",
                        "\"StringEquals\":{\"saml:namequalifier\":\"g5ql2UexfHF4b9T/HHqf0mnf2cI=\"}",
                        "\"StringEquals\":{\"saml:mail\":\"${saml:sub}\"}",
                        "\"ForAnyValue:StringLike\":{\"saml:edupersonaffiliation\":\"st*\"}",
                        "\"StringEquals\":{\"sts:RoleSessionName\":\"alice\"}")) {
            trust(ALL, ",\"Condition\":{" + condition + "}");
            SamlLogin login =
                    login().attribute(email, "alice@example.org")
                            .attribute("urn:oid:1.3.6.1.4.1.5923.1.1.1.1", "member", "staff");
            assertThat(assume(IDP.respond(login)).status()).as(condition).isEqualTo(200);
        }
        trust(ALL, ",\"Condition\":{\"StringEquals\":{\"saml:sub\":\"bob\"}}");
        assume(IDP.respond(login())).refused(403, "AccessDenied", DENIED);
    }

    @Test
    void rolesAndProvidersThatAreNotMeant() {
        String response = IDP.respond(login());
        assumeAs(ROLE + "x", PROVIDER, response).refused(403, "AccessDenied", DENIED);
        assumeAs("arn:aws:iam::999999999999:role/visitor", PROVIDER, response)
                .refused(403, "AccessDenied", DENIED);
        for (String other :
                List.of(
                        PROVIDER + "x",
                        "arn:aws:iam::444455556666:saml-provider/idp",
                        "arn:aws:iam::111122223333:role/idp",
                        "idp-without-an-arn-at-all")) {
            assumeAs(ROLE, other, response)
                    .refused(400, "InvalidIdentityToken", "Specified provider doesn't exist.");
        }
        assumeAs("nothing-valid-in-here", PROVIDER, response).refused("ValidationError");
        String reserved =
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_a_0123456789abcdef";
        assumeAs(reserved, PROVIDER, IDP.respond(login().role(reserved, PROVIDER)))
                .refused(403, "AccessDenied", DENIED);
        admin.call("DeleteSAMLProvider", "SAMLProviderArn", PROVIDER).ok();
        assume(response).refused(400, "InvalidIdentityToken", "Specified provider doesn't exist.");
    }

    @Test
    void tagsAndSourceIdentityNeedTheirPermissions() {
        trust("\"sts:AssumeRoleWithSAML\"", "");
        SamlLogin tagged = login().tag("team", "blue").transitive("team");
        assume(IDP.respond(tagged))
                .refused(403, "AccessDenied", "Not authorized to perform sts:TagSession");
        SamlLogin named = login().sourceIdentity("alice-herself");
        assume(IDP.respond(named))
                .refused(403, "AccessDenied", "Not authorized to perform sts:SetSourceIdentity");
        trust(
                ALL,
                ",\"Condition\":{\"StringLike\":{\"aws:RequestTag/team\":\"b*\",\"sts:SourceIdentity\":\"alice*\"}}");
        Answer answer = assume(IDP.respond(tagged.sourceIdentity("alice-herself"))).ok();
        assertThat(answer.text("SourceIdentity")).isEqualTo("alice-herself");
        assertThat(answer.has("PackedPolicySize")).isTrue();
        assume(IDP.respond(login().tag("team", "red").sourceIdentity("alice")))
                .refused("AccessDenied");
        trust(ALL, "");
        assume(IDP.respond(login().transitive("team")))
                .refused(
                        400,
                        "InvalidParameterValue",
                        "The specified transitive tag key must be included in the requested tags.");
        assume(IDP.respond(login().tag("aws:team", "blue"))).refused("InvalidParameterValue");
        SamlLogin many = login();
        for (int i = 0; i < 51; i++) {
            many.tag("key" + i, "v");
        }
        assume(IDP.respond(many)).refused("InvalidParameterValue");
    }

    @Test
    void theShortestOfThreeDurationsIsIt() {
        admin.call("UpdateRole", "RoleName", "visitor", "MaxSessionDuration", "7200").ok();
        assertThat(expiry(login(), "7200")).isEqualTo("2026-01-15T14:00:00Z");
        assertThat(expiry(login().sessionDuration(1_800), "7200"))
                .isEqualTo("2026-01-15T12:30:00Z");
        assertThat(expiry(login().sessionDuration(43_200), "3600"))
                .as("it can only shorten")
                .isEqualTo("2026-01-15T13:00:00Z");
        assertThat(expiry(login().sessionEnd(world.instant().plusSeconds(600)), "3600"))
                .isEqualTo("2026-01-15T12:10:00Z");
        String exceeds =
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
        assume(IDP.respond(login()), "DurationSeconds", "7201")
                .refused(400, "ValidationError", exceeds);
        assume(IDP.respond(login()), "DurationSeconds", "899").refused("ValidationError");
    }

    private String expiry(SamlLogin login, String seconds) {
        return assume(IDP.respond(login), "DurationSeconds", seconds).ok().text("Expiration");
    }

    @Test
    void sessionPoliciesLimit() {
        admin.call(
                        "AttachRolePolicy",
                        "RoleName",
                        "visitor",
                        "PolicyArn",
                        World.ADMINISTRATOR_ACCESS)
                .ok();
        Client free = world.client(assume(IDP.respond(login())).ok());
        free.call("ListUsers").ok();
        String policy =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iam:ListRoles\",\"Resource\":\"*\"}}";
        Answer answer = assume(IDP.respond(login()), "Policy", policy).ok();
        assertThat(answer.has("PackedPolicySize")).isTrue();
        Client limited = world.client(answer);
        limited.call("ListRoles").ok();
        limited.call("ListUsers").refused("AccessDenied");
    }

    @Test
    void encryptedAssertionsOfAProviderWithAKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair pair = generator.generateKeyPair();
        SamlLogin encrypted = login().encryptedFor(pair.getPublic());
        assume(IDP.respond(encrypted))
                .refused(400, "InvalidIdentityToken", "Response signature invalid");
        admin.call(
                        "UpdateSAMLProvider",
                        "SAMLProviderArn",
                        PROVIDER,
                        "AddPrivateKey",
                        "-----BEGIN PRIVATE KEY-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded())
                                + "\n-----END PRIVATE KEY-----\n",
                        "AssertionEncryptionMode",
                        "Allowed")
                .ok();
        for (Signed signed : Signed.values()) {
            assume(IDP.respond(encrypted.signed(signed))).ok();
        }
        assume(IDP.respond(login())).ok();
        admin.call(
                        "UpdateSAMLProvider",
                        "SAMLProviderArn",
                        PROVIDER,
                        "AssertionEncryptionMode",
                        "Required")
                .ok();
        assume(IDP.respond(encrypted)).ok();
        assume(IDP.respond(login()))
                .refused(400, "InvalidIdentityToken", "Response signature invalid");
    }

    @Test
    void metadataThatIsOver() {
        admin.call(
                        "UpdateSAMLProvider",
                        "SAMLProviderArn",
                        PROVIDER,
                        "SAMLMetadataDocument",
                        IDP.metadata(world.instant().plusSeconds(60)))
                .ok();
        assume(IDP.respond(login())).ok();
        world.pass(Duration.ofSeconds(60));
        assume(IDP.respond(login())).refused("InvalidIdentityToken");
    }

    @Test
    void aSignatureOfTheRequestDoesNotMatter() {
        admin.call(
                        "AssumeRoleWithSAML",
                        "RoleArn",
                        ROLE,
                        "PrincipalArn",
                        PROVIDER,
                        "SAMLAssertion",
                        IDP.respond(login()))
                .ok();
    }
}
