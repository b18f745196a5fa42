package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Roles for whom an identity provider vouches: what a token proves, and what it does not. */
class WebIdentityTest {
    private static final String ISSUER = "https://id.example.org/tenant";
    private static final String ROLE = "arn:aws:iam::111122223333:role/visitor";
    private static final String NO_KEY =
            "Couldn't retrieve verification key from your identity provider,  please reference"
                    + " AssumeRoleWithWebIdentity documentation for requirements";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private RSAKey rsa;
    private ECKey curve;

    @BeforeEach
    void register() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        world.provide(ISSUER, new JWKSet(List.<JWK>of(rsa, curve, weak)).toString(true));
        admin.call("CreateOpenIDConnectProvider", "Url", ISSUER, "ClientIDList.member.1", "client")
                .ok();
        trust("\"sts:AssumeRoleWithWebIdentity\"");
    }

    private void trust(String actions) {
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/id.example.org/tenant\"},\"Action\":["
                        + actions
                        + "],\"Condition\":{\"StringEquals\":{\"id.example.org/tenant:sub\":\"bob\",\"id.example.org/tenant:aud\":\"client\"}}}}";
        Answer created =
                admin.call(
                        "CreateRole", "RoleName", "visitor", "AssumeRolePolicyDocument", document);
        if (created.status() != 200) {
            admin.call("UpdateAssumeRolePolicy", "RoleName", "visitor", "PolicyDocument", document)
                    .ok();
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("bob")
                .audience("client")
                .issueTime(Date.from(world.instant()))
                .expirationTime(Date.from(world.instant().plusSeconds(600)));
    }

    private String rsa(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("r").build(), claims);
        token.sign(new RSASSASigner(rsa));
        return token.serialize();
    }

    private Answer assume(String token) {
        return world.unsigned(
                "AssumeRoleWithWebIdentity",
                "RoleArn",
                ROLE,
                "RoleSessionName",
                "session",
                "WebIdentityToken",
                token);
    }

    @Test
    void aGoodTokenOpensASession() throws JOSEException {
        Answer answer = assume(rsa(claims().build())).ok();
        assertThat(answer.text("SubjectFromWebIdentityToken")).isEqualTo("bob");
        assertThat(answer.text("Provider")).isEqualTo(ISSUER);
        assertThat(answer.text("Audience")).isEqualTo("client");
        assertThat(world.client(answer).call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/visitor/session");
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e").build(),
                        claims().build());
        token.sign(new ECDSASigner(curve));
        assume(token.serialize()).ok();
    }

    @Test
    void claimsThatDoNotFit() throws JOSEException {
        String denied = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
        assume(rsa(claims().subject("eve").build())).refused(403, "AccessDenied", denied);
        assume(rsa(claims().audience("other").build()))
                .refused(400, "InvalidIdentityToken", "Incorrect token audience");
        assume(rsa(claims().claim("azp", "other").build())).refused("InvalidIdentityToken");
        assume(rsa(claims().issuer(ISSUER + "/").build()))
                .refused(
                        400,
                        "InvalidIdentityToken",
                        "No OpenIDConnect provider found in your account for " + ISSUER + "/");
        assume(rsa(claims().issuer("").build())).refused("InvalidIdentityToken");
        assume(rsa(claims().issueTime(null).build()))
                .refused(400, "InvalidIdentityToken", "Missing a required claim: iat");
        assume(rsa(claims().expirationTime(null).build()))
                .refused(400, "InvalidIdentityToken", "Missing a required claim: exp");
        String token = rsa(claims().build());
        world.pass(Duration.ofSeconds(600));
        assertThat(assume(token).refused("ExpiredTokenException").message())
                .isEqualTo(
                        "Token expired: current date/time 1768479000 must be before the expiration"
                                + " date/time 1768479000");
    }

    @Test
    void signaturesThatProveNothing() throws Exception {
        String invalid =
                "The ID Token provided is not a valid JWT. (You may see this error if you sent an"
                        + " Access Token)";
        assume(new PlainJWT(claims().build()).serialize())
                .refused(400, "InvalidIdentityToken", invalid);
        assume("not.a.token").refused(400, "InvalidIdentityToken", invalid);
        assume("a".repeat(20_000)).refused(400, "InvalidIdentityToken", invalid);
        SignedJWT confused =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r").build(),
                        claims().build());
        confused.sign(
                new MACSigner(rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assume(confused.serialize()).refused(400, "InvalidIdentityToken", invalid);
        RSAKey own = new RSAKeyGenerator(2048).keyID("r").generate();
        SignedJWT embedded =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("r")
                                .jwk(own.toPublicJWK())
                                .type(JOSEObjectType.JWT)
                                .build(),
                        claims().build());
        embedded.sign(new RSASSASigner(own));
        assume(embedded.serialize()).refused(400, "InvalidIdentityToken", NO_KEY);
        String good = rsa(claims().build());
        String[] parts = good.split("\\.");
        String forged =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("bob", "eve");
        String payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        assume(parts[0] + "." + payload + "." + parts[2])
                .refused(400, "InvalidIdentityToken", NO_KEY);
        assume(parts[0] + "." + parts[1] + ".").refused("InvalidIdentityToken");
        byte[] zeroes = new byte[64];
        SignedJWT psychic =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e").build(),
                        claims().build());
        psychic.sign(new ECDSASigner(curve));
        String[] es = psychic.serialize().split("\\.");
        assume(
                        es[0]
                                + "."
                                + es[1]
                                + "."
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(zeroes))
                .refused(400, "InvalidIdentityToken", NO_KEY);
    }

    @Test
    void tagsAndSourceIdentityOfTheTokenNeedTheirPermissions() throws JOSEException {
        Map<String, Object> tags =
                Map.of(
                        "principal_tags",
                        Map.of("team", List.of("blue")),
                        "transitive_tag_keys",
                        List.of("team"));
        JWTClaimsSet tagged = claims().claim("https://aws.amazon.com/tags", tags).build();
        assume(rsa(tagged))
                .refused(403, "AccessDenied", "Not authorized to perform sts:TagSession");
        trust("\"sts:AssumeRoleWithWebIdentity\",\"sts:TagSession\",\"sts:SetSourceIdentity\"");
        assume(rsa(tagged)).ok();
        JWTClaimsSet named =
                claims().claim("https://aws.amazon.com/source_identity", "bob-himself").build();
        assertThat(assume(rsa(named)).ok().text("SourceIdentity")).isEqualTo("bob-himself");
        JWTClaimsSet twoValues =
                claims().claim(
                                "https://aws.amazon.com/tags",
                                Map.of("principal_tags", Map.of("a", List.of("1", "2"))))
                        .build();
        assume(rsa(twoValues)).refused("InvalidIdentityToken");
    }

    @Test
    void rolesThatAreNotThere() throws JOSEException {
        String token = rsa(claims().build());
        for (String arn : List.of(ROLE + "x", "arn:aws:iam::999999999999:role/visitor")) {
            world.unsigned(
                            "AssumeRoleWithWebIdentity",
                            "RoleArn",
                            arn,
                            "RoleSessionName",
                            "ss",
                            "WebIdentityToken",
                            token)
                    .refused(
                            403,
                            "AccessDenied",
                            "Not authorized to perform sts:AssumeRoleWithWebIdentity");
        }
    }

    @Test
    void googleNeedsNoProviderOfTheAccount() throws JOSEException {
        world.provide("https://accounts.google.com", new JWKSet(rsa).toString(true));
        String document =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                 "Principal":{"Federated":"accounts.google.com"},
                 "Action":"sts:AssumeRoleWithWebIdentity",
                 "Condition":{"StringEquals":{"accounts.google.com:aud":"app","accounts.google.com:oaud":"client"}}}}
                """;
        admin.call("UpdateAssumeRolePolicy", "RoleName", "visitor", "PolicyDocument", document)
                .ok();
        JWTClaimsSet.Builder google = claims().issuer("accounts.google.com");
        assume(rsa(google.build())).refused("AccessDenied");
        Answer answer = assume(rsa(google.claim("azp", "app").build())).ok();
        assertThat(answer.text("Provider")).isEqualTo("accounts.google.com");
        assertThat(answer.text("Audience")).isEqualTo("app");
        assume(rsa(claims().build())).refused("AccessDenied");
    }
}
