package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.assume;
import static dev.understudy.sts.Assuming.aws;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;

import dev.understudy.directory.TokenSigningKey;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tokens that accounts issue: who gets them, what they say, and how they are verified. */
class WebIdentityTokenTest {
    private static final String BASE = "https://sts.example.internal/issuers";
    private static final String NAMESPACE = "https://sts.amazonaws.com/";

    private World world = new World(BASE);
    private Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private String enable() {
        return admin.call("EnableOutboundWebIdentityFederation").ok().text("IssuerIdentifier");
    }

    private static Answer ask(Client who, String... more) {
        List<String> all = new ArrayList<>(List.of("Audience.member.1", "client"));
        if (!List.of(more).contains("SigningAlgorithm")) {
            all.addAll(List.of("SigningAlgorithm", "ES384"));
        }
        all.addAll(List.of(more));
        return who.call("GetWebIdentityToken", all.toArray(String[]::new));
    }

    private static JsonNode claims(Answer answer) throws ParseException {
        return new JsonMapper()
                .readTree(
                        SignedJWT.parse(answer.ok().text("WebIdentityToken"))
                                .getPayload()
                                .toString());
    }

    private JWKSet keys(String issuer) throws ParseException {
        return JWKSet.parse(
                Objects.requireNonNull(world.issuerDocument(issuer + "/.well-known/jwks.json")));
    }

    /** By the issuer's keys, with the library's verifier. */
    private boolean verifies(String issuer, Answer answer) throws ParseException, JOSEException {
        SignedJWT token = SignedJWT.parse(answer.ok().text("WebIdentityToken"));
        JWK key = keys(issuer).getKeyByKeyId(token.getHeader().getKeyID());
        return key != null
                && token.verify(
                        key.toPublicJWK().getKeyType().getValue().equals("EC")
                                ? new ECDSAVerifier(key.toECKey())
                                : new RSASSAVerifier(key.toRSAKey()));
    }

    @Test
    void aTokenTellsWhoAUserIs() throws ParseException {
        ask(admin)
                .refused(
                        403,
                        "OutboundWebIdentityFederationDisabledException",
                        "The outbound web identity federation feature is not enabled for this"
                                + " account. To use this feature, you must first enable it through"
                                + " the AWS Management Console or API.");
        String issuer = enable();
        assertThat(issuer).matches(BASE + "/[0-9a-f-]{36}");
        Answer answer = ask(admin).ok();
        assertThat(answer.text("Expiration")).isEqualTo("2026-01-15T12:05:00Z");
        SignedJWT token = SignedJWT.parse(answer.text("WebIdentityToken"));
        assertThat(token.getHeader().toJSONObject())
                .isEqualTo(Map.of("typ", "JWT", "alg", "ES384", "kid", "EC384_0"));
        JsonNode claims = claims(answer);
        assertThat(claims.propertyNames())
                .containsExactly("iss", "aud", "sub", "iat", "exp", "jti", NAMESPACE);
        assertThat(claims.path("iss").asString()).isEqualTo(issuer);
        assertThat(claims.path("aud").asString()).isEqualTo("client");
        assertThat(claims.path("sub").asString()).isEqualTo("arn:aws:iam::111122223333:user/admin");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path(NAMESPACE).toString())
                .isEqualTo(
                        "{\"aws_account\":\"111122223333\",\"source_region\":\"us-east-1\","
                                + "\"principal_id\":\"arn:aws:iam::111122223333:user/admin\"}");
        admin.call("DisableOutboundWebIdentityFederation").ok();
        ask(admin).refused("OutboundWebIdentityFederationDisabledException");
    }

    @Test
    void aTokenOfASessionTellsTheRoleAndItsTags() throws ParseException {
        enable();
        admin.call(
                        "TagUser",
                        "UserName",
                        "admin",
                        "Tags.member.1.Key",
                        "t",
                        "Tags.member.1.Value",
                        "v")
                .ok();
        String trust = trust(aws("111122223333"), ",\"sts:TagSession\",\"sts:SetSourceIdentity\"");
        role(admin, "auditor", trust, "Tags.member.1.Key", "Team", "Tags.member.1.Value", "red");
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        assertThat(admin.json("AWSOrganizationsV20161128.CreateOrganization", "{}").status())
                .isEqualTo(200);
        Client session =
                world.client(
                        assume(
                                        admin,
                                        "SourceIdentity",
                                        "alice",
                                        "Tags.member.1.Key",
                                        "team",
                                        "Tags.member.1.Value",
                                        "blue")
                                .ok());
        JsonNode claims =
                claims(
                        ask(
                                session,
                                "Audience.member.2",
                                "other",
                                "Tags.member.1.Key",
                                "job",
                                "Tags.member.1.Value",
                                "7",
                                "SigningAlgorithm",
                                "RS256"));
        assertThat(claims.path("aud").toString()).isEqualTo("[\"client\",\"other\"]");
        assertThat(claims.path("sub").asString()).isEqualTo(Assuming.AUDITOR);
        JsonNode own = claims.path(NAMESPACE);
        assertThat(own.path("principal_id").asString()).isEqualTo(Assuming.AUDITOR);
        assertThat(own.path("original_session_exp").asString()).isEqualTo("2026-01-15T13:00:00Z");
        assertThat(own.path("source_identity").asString()).isEqualTo("alice");
        assertThat(own.path("principal_tags").toString()).isEqualTo("{\"team\":\"blue\"}");
        assertThat(own.path("request_tags").toString()).isEqualTo("{\"job\":\"7\"}");
        String organization = own.path("org_id").asString();
        assertThat(organization).startsWith("o-");
        assertThat(own.path("ou_path")).hasSize(1);
        assertThat(own.path("ou_path").path(0).asString()).matches(organization + "/r-[^/]+/");
    }

    @Test
    void aTokenNeverOutlivesItsSession() {
        enable();
        role(admin, "auditor", trust(aws("111122223333")));
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Client session = world.client(assume(admin, "DurationSeconds", "900").ok());
        ask(session, "DurationSeconds", "900").ok();
        ask(session, "DurationSeconds", "901")
                .refused(
                        403,
                        "SessionDurationEscalationException",
                        "The requested token duration would extend the session beyond its original"
                                + " expiration time.");
        world.pass(Duration.ofSeconds(601));
        ask(session).refused("SessionDurationEscalationException");
        ask(session, "DurationSeconds", "299").ok();
    }

    @Test
    void valuesAreBounded() {
        enable();
        ask(admin, "DurationSeconds", "3601").refused("ValidationError");
        ask(admin, "DurationSeconds", "59").refused("ValidationError");
        ask(admin, "SigningAlgorithm", "HS256").refused("ValidationError");
        admin.call("GetWebIdentityToken", "SigningAlgorithm", "RS256").refused("ValidationError");
        ask(admin, "Tags.member.1.Key", "aws:x", "Tags.member.1.Value", "y")
                .refused("InvalidParameterValue");
        List<String> tags = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            tags.addAll(
                    List.of(
                            "Tags.member." + i + ".Key",
                            i + "k".repeat(120),
                            "Tags.member." + i + ".Value",
                            "v".repeat(256)));
        }
        ask(admin, tags.toArray(String[]::new))
                .refused(
                        400,
                        "JWTPayloadSizeExceededException",
                        "The requested token payload size exceeds the maximum allowed size. Reduce"
                                + " the number of request tags included in the GetWebIdentityToken"
                                + " API call to reduce the token payload size.");
    }

    @Test
    void policiesDecideByAudienceDurationAlgorithmAndTags() {
        enable();
        Client limited =
                world.userWith(
                        TRUSTING,
                        "limited",
                        """
                        {"Version":"2012-10-17","Statement":[
                         {"Effect":"Allow","Action":"sts:GetWebIdentityToken","Resource":"*","Condition":{
                          "ForAllValues:StringEquals":{"sts:IdentityTokenAudience":["client","other"]},
                          "NumericLessThanEquals":{"sts:DurationSeconds":"300"},
                          "StringEquals":{"sts:SigningAlgorithm":"ES384"}}},
                         {"Effect":"Allow","Action":"sts:TagGetWebIdentityToken","Resource":"*","Condition":{
                          "StringEquals":{"aws:RequestTag/team":"blue"}}}]}\
                        """);
        ask(limited).ok();
        ask(limited, "Audience.member.2", "other").ok();
        ask(limited, "Audience.member.2", "third").refused("AccessDenied");
        ask(limited, "DurationSeconds", "301").refused("AccessDenied");
        ask(limited, "SigningAlgorithm", "RS256").refused("AccessDenied");
        ask(limited, "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue").ok();
        assertThat(
                        ask(limited, "Tags.member.1.Key", "team", "Tags.member.1.Value", "red")
                                .refused("AccessDenied")
                                .message())
                .contains("sts:TagGetWebIdentityToken");
        Client nobody = world.user(TRUSTING, "nobody");
        ask(nobody).refused("AccessDenied");
        ask(world.client(admin.call("GetSessionToken").ok())).refused("AccessDenied");
    }

    @Test
    void theGlobalEndpointLacksIt() {
        enable();
        ask(admin.saying("Host", "sts.amazonaws.com"))
                .refused(400, "InvalidAction", "Unknown Operation");
        ask(admin.saying("Host", "STS.amazonaws.com:443")).refused("InvalidAction");
        ask(admin.saying("Host", "sts.us-east-1.amazonaws.com")).ok();
        admin.saying("Host", "sts.amazonaws.com")
                .call(
                        "AssumeRoot",
                        "TargetPrincipal",
                        TRUSTED.digits(),
                        "TaskPolicyArn.arn",
                        "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials")
                .refused(400, "InvalidAction", "Unknown Operation");
        admin.saying("Host", "sts.amazonaws.com").call("GetCallerIdentity").ok();
    }

    @Test
    void keysRotateAndOldOnesStayUntilTheirLastTokenHasExpired() throws Exception {
        String issuer = enable();
        Answer es = ask(admin, "DurationSeconds", "3600");
        Answer rs = ask(admin, "SigningAlgorithm", "RS256");
        assertThat(verifies(issuer, es)).isTrue();
        assertThat(verifies(issuer, rs)).isTrue();
        assertThat(keys(issuer).getKeys()).hasSize(2);
        assertThat(keys(issuer).getKeys()).noneMatch(JWK::isPrivate);
        assertThat(keys(issuer).getKeys()).allMatch(key -> key.size() >= 384);
        assertThat(world.rotateIssuerKeys()).isEqualTo(1);
        Answer next = ask(admin);
        assertThat(SignedJWT.parse(next.text("WebIdentityToken")).getHeader().getKeyID())
                .isEqualTo("EC384_1");
        world.pass(Duration.ofHours(1));
        assertThat(verifies(issuer, es)).isTrue();
        assertThat(verifies(issuer, next)).isTrue();
        world.pass(Duration.ofMinutes(10));
        assertThat(verifies(issuer, es)).isFalse();
        assertThat(keys(issuer).getKeys()).hasSize(2);
        // What signs no more has no private part, and the oldest are forgotten.
        world.rotateIssuerKeys();
        assertThat(TokenSigningKey.of(world.account(TRUSTING)))
                .hasSize(4)
                .allMatch(key -> key.signs() == (key.privateKey() != null));
        admin.call("DisableOutboundWebIdentityFederation").ok();
        assertThat(keys(issuer).getKeys()).hasSize(4);
    }

    @Test
    void documentsAreFoundUnderTheBaseAndUnderAwsOwnName() {
        String issuer = enable();
        String id = issuer.substring(BASE.length() + 1);
        String discovery = world.issuerDocument(issuer + "/.well-known/openid-configuration");
        assertThat(new JsonMapper().readTree(discovery).path("issuer").asString())
                .isEqualTo(issuer);
        assertThat(new JsonMapper().readTree(discovery).path("jwks_uri").asString())
                .isEqualTo(issuer + "/.well-known/jwks.json");
        String aws = "https://" + id + ".tokens.sts.global.api.aws/.well-known/";
        assertThat(world.issuerDocument(aws + "openid-configuration")).isEqualTo(discovery);
        for (String nothing :
                List.of(
                        aws + "jwks",
                        BASE + "/.well-known/jwks.json",
                        BASE + "/" + id.replace(id.charAt(0), 'x') + "/.well-known/jwks.json",
                        BASE + "/" + "0".repeat(36) + "/.well-known/jwks.json",
                        BASE + "/../" + id + "/.well-known/jwks.json",
                        "https://sts.example.internal/" + id + "/.well-known/jwks.json",
                        "https://111122223333.tokens.sts.global.api.aws/.well-known/jwks.json",
                        "https://sts.amazonaws.com/.well-known/jwks.json")) {
            assertThat(world.issuerDocument(nothing)).as(nothing).isNull();
        }
    }

    /** The other account is configured with the issuer's keys, as for any identity provider. */
    @Test
    void anotherAccountTrustsTokensOfAnIssuerWithAUrlOfItsOwn() throws ParseException {
        Client other = world.admin(TRUSTED);
        String issuer = enable();
        world.provide(issuer, keys(issuer).toString());
        assertThat(exchanged(other, issuer).ok().text("SubjectFromWebIdentityToken"))
                .isEqualTo("arn:aws:iam::111122223333:user/admin");
    }

    @Test
    void awsOwnIssuersAreRefused() throws ParseException {
        world.close();
        world = new World();
        admin = world.admin(TRUSTING);
        String issuer = enable();
        assertThat(issuer).matches("https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws");
        world.provide(issuer, keys(issuer).toString());
        exchanged(world.admin(TRUSTED), issuer).refused("InvalidIdentityToken");
    }

    private Answer exchanged(Client other, String issuer) {
        String name = issuer.substring("https://".length());
        other.call("CreateOpenIDConnectProvider", "Url", issuer, "ClientIDList.member.1", "client")
                .ok();
        other.call(
                        "CreateRole",
                        "RoleName",
                        "visitor",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"arn:aws:iam::444455556666:oidc-provider/"
                                + name
                                + "\"},\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringEquals\":{\""
                                + name
                                + ":sub\":\"arn:aws:iam::111122223333:user/admin\"}}}}")
                .ok();
        return world.unsigned(
                "AssumeRoleWithWebIdentity",
                "RoleArn",
                "arn:aws:iam::444455556666:role/visitor",
                "RoleSessionName",
                "session",
                "WebIdentityToken",
                ask(admin).ok().text("WebIdentityToken"));
    }
}
