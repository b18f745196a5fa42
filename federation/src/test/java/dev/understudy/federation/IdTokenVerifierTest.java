package dev.understudy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an id token must be to prove anything. */
class IdTokenVerifierTest {
    private static final String ISSUER = "https://id.example.org/tenant";
    private static final Instant NOW = Instant.ofEpochSecond(1_768_478_400);
    private static final String TIMES = "\"iat\":1768478400,\"exp\":1768479000";
    private static final String GOOD =
            "{\"iss\":\"" + ISSUER + "\",\"sub\":\"bob\",\"aud\":\"client\"," + TIMES + "}";

    private static RSAKey rsa;
    private static RSAKey weak;
    private static RSAKey forEncryption;
    private static ECKey curve;
    private static String keySet;

    @BeforeAll
    static void make() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        forEncryption = new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        keySet = new JWKSet(List.<JWK>of(rsa, weak, forEncryption, curve)).toString();
    }

    private static String part(String text) {
        return Base64URL.encode(text).toString();
    }

    /** Signed by the RSA key, whatever the header says. */
    private static String signed(String header, String claims) throws Exception {
        return signed(header, claims, rsa, JWSAlgorithm.RS256);
    }

    private static String signed(String header, String claims, RSAKey key, JWSAlgorithm algorithm)
            throws Exception {
        String input = part(header) + "." + part(claims);
        return input
                + "."
                + new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                        .sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
    }

    private static String signed(String claims) throws Exception {
        return signed("{\"alg\":\"RS256\",\"kid\":\"r\"}", claims);
    }

    private static String claims(String more) {
        return GOOD.substring(0, GOOD.length() - 1) + "," + more + "}";
    }

    private static TrustedProvider provider(String prefix, String... clientIds) {
        return new TrustedProvider.Registered("arn:p", prefix, Arrays.asList(clientIds), List.of());
    }

    private static String outcome(String text, TrustedProvider provider) {
        IdToken token = IdToken.parse(text);
        if (token == null) {
            return "no token";
        }
        KeySource keys = KeySource.given(issuer -> keySet);
        return switch (new IdTokenVerifier(keys).verify(token, provider, NOW)) {
            case Proof.Proven proven -> "proven";
            case Proof.Unproven unproven -> unproven.code() + ": " + unproven.message();
        };
    }

    private static String outcome(String text) {
        return outcome(text, provider("id.example.org/tenant", "client"));
    }

    private static VerifiedIdentity identity(String claims, TrustedProvider provider)
            throws Exception {
        IdToken token = IdToken.parse(signed(claims));
        return ((Proof.Proven)
                        new IdTokenVerifier(KeySource.given(issuer -> keySet))
                                .verify(token, provider, NOW))
                .identity();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256"})
    void algorithmsOfRsaThatProve(String algorithm) throws Exception {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"r\"}";
        String token = signed(header, GOOD, rsa, JWSAlgorithm.parse(algorithm));
        assertThat(outcome(token)).isEqualTo("proven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"none\"",
                "\"None\"",
                "\"nOnE\"",
                "\"\"",
                "[\"RS256\"]",
                "256",
                "null",
                "\"HS256\"",
                "\"PS512\"",
                "\"rs256\"",
                "\"EdDSA\"",
                "\"RS256 \"",
                "\"ES256K\""
            })
    void algorithmsThatProveNothing(String algorithm) throws Exception {
        assertThat(outcome(signed("{\"alg\":" + algorithm + ",\"kid\":\"r\"}", GOOD)))
                .isEqualTo("no token");
        assertThat(outcome(signed("{\"kid\":\"r\"}", GOOD))).isEqualTo("no token");
    }

    @Test
    void aPublicKeyIsNoSecretOfHmac() throws Exception {
        for (byte[] secret :
                List.of(
                        rsa.toRSAPublicKey().getEncoded(),
                        rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                        rsa.getModulus().decode())) {
            String input = part("{\"alg\":\"HS256\",\"kid\":\"r\"}") + "." + part(GOOD);
            String signature =
                    new MACSigner(secret)
                            .sign(
                                    new JWSHeader(JWSAlgorithm.HS256),
                                    input.getBytes(StandardCharsets.US_ASCII))
                            .toString();
            assertThat(outcome(input + "." + signature)).isEqualTo("no token");
            String lying = part("{\"alg\":\"RS256\",\"kid\":\"r\"}") + "." + part(GOOD);
            assertThat(outcome(lying + "." + signature)).contains("retrieve verification key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "weak", "enc", "x", "../../r", "' OR 1=1", "https://evil", "R"})
    void keysThatDoNotFit(String keyId) throws Exception {
        String header = "{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}";
        for (RSAKey key : List.of(rsa, forEncryption)) {
            assertThat(outcome(signed(header, GOOD, key, JWSAlgorithm.RS256)))
                    .contains("retrieve verification key");
        }
        assertThat(outcome(signed(header, GOOD, weak, JWSAlgorithm.RS256)))
                .contains("retrieve verification key");
    }

    @Test
    void keyIdsThatAreNone() throws Exception {
        for (String keyId :
                List.of("7", "[\"r\"]", "{}", "null", "\"" + "r".repeat(10_240) + "\"")) {
            assertThat(outcome(signed("{\"alg\":\"RS256\",\"kid\":" + keyId + "}", GOOD)))
                    .isEqualTo("no token");
        }
        assertThat(outcome(signed("{\"alg\":\"RS256\"}", GOOD))).isEqualTo("proven");
    }

    @Test
    void keysInTheHeaderAreNotEvenRead() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("r").generate();
        for (String header :
                List.of(
                        "\"jwk\":" + own.toPublicJWK().toJSONString(),
                        "\"jwk\":7",
                        "\"jku\":\"https://evil.example/keys\"",
                        "\"x5u\":\"https://evil.example/cert\"",
                        "\"x5c\":[\"AAAA\"]")) {
            String head = "{\"alg\":\"RS256\",\"kid\":\"r\"," + header + "}";
            assertThat(outcome(signed(head, GOOD, own, JWSAlgorithm.RS256)))
                    .contains("retrieve verification key");
            assertThat(outcome(signed(head, GOOD))).isEqualTo("proven");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[]",
                "\"enc\":\"A128GCM\"",
                "\"b64\":false",
                "\"alg\":\"RS256\""
            })
    void headersThatMustBeUnderstood(String more) throws Exception {
        assertThat(outcome(signed("{\"alg\":\"RS256\",\"kid\":\"r\"," + more + "}", GOOD)))
                .isEqualTo("no token");
    }

    @Test
    void signaturesOfCurvesThatAnybodyCouldMake() throws Exception {
        String input = part("{\"alg\":\"ES256\",\"kid\":\"e\"}") + "." + part(GOOD);
        Base64URL good =
                new ECDSASigner(curve)
                        .sign(
                                new JWSHeader(JWSAlgorithm.ES256),
                                input.getBytes(StandardCharsets.US_ASCII));
        assertThat(outcome(input + "." + good)).isEqualTo("proven");
        byte[] order = Base64URL.encode(Curve.P_256.toECParameterSpec().getOrder()).decode();
        byte[] zeroes = new byte[64];
        byte[] orders = new byte[64];
        System.arraycopy(order, 0, orders, 0, 32);
        System.arraycopy(order, 0, orders, 32, 32);
        byte[] der = ECDSA.transcodeSignatureToDER(good.decode());
        byte[] tooShort = Arrays.copyOf(good.decode(), 63);
        for (byte[] bad : List.of(zeroes, orders, der, tooShort, new byte[] {1})) {
            assertThat(outcome(input + "." + Base64URL.encode(bad)))
                    .contains("retrieve verification key");
        }
        assertThat(outcome(input + ".")).isEqualTo("no token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"aud\":\"client\" | proven",
                "\"aud\":[\"client\"] | proven",
                "\"aud\":[\"other\",\"client\"] | proven",
                "\"aud\":[\"other\"] | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"other\" | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"Client\" | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":[] | InvalidIdentityToken: Incorrect token audience",
                "\"aud\":\"\" | InvalidIdentityToken: Missing a required claim: aud",
                "\"x\":1 | InvalidIdentityToken: Missing a required claim: aud",
                "\"aud\":\"client\",\"azp\":\"other\" | InvalidIdentityToken: Incorrect token"
                        + " audience",
                "\"aud\":\"other\",\"azp\":\"client\" | proven"
            })
    void whomATokenIsFor(String audience, String outcome) throws Exception {
        String token =
                signed(
                        "{\"iss\":\""
                                + ISSUER
                                + "\",\"sub\":\"bob\","
                                + audience
                                + ","
                                + TIMES
                                + "}");
        assertThat(outcome(token)).isEqualTo(outcome);
        assertThat(outcome(token, provider("id.example.org/tenant"))).isNotEqualTo("proven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org/tenant/",
                "https://ID.example.org/tenant",
                "https://id.example.org:443/tenant",
                "https://user@id.example.org/tenant",
                "https://id.example.org/ten\u0430nt",
                "http://id.example.org/tenant",
                "id.example.org/tenant",
                " ",
                ""
            })
    void issuersThatAreAnothers(String issuer) throws Exception {
        assertThat(outcome(signed(GOOD.replace(ISSUER, issuer))))
                .isEqualTo(
                        "InvalidIdentityToken: No OpenIDConnect provider found in your account for "
                                + issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1768479000.5",
                "1768479000.0",
                "\"1768479000\"",
                "1e10",
                "1e400",
                "-1",
                "17684790000000",
                "[1768479000]",
                "true"
            })
    void timesThatAreNoWholeSeconds(String time) throws Exception {
        for (String changed :
                List.of(
                        GOOD.replace("1768479000", time),
                        GOOD.replace("\"iat\":1768478400", "\"iat\":" + time),
                        claims("\"nbf\":" + time))) {
            assertThat(outcome(signed(changed))).startsWith("InvalidIdentityToken: The ID Token");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iat, 1768478700, proven",
        "iat, 1768478701, InvalidIdentityToken: The ID Token provided is not valid yet",
        "iat, 1768392000, proven",
        "iat, 1768391999, ExpiredTokenException: Token too old: 86401",
        "nbf, 1768478700, proven",
        "nbf, 1768478701, InvalidIdentityToken: The ID Token provided is not valid yet",
        "exp, 1768478401, proven",
        "exp, 253402300799, proven",
        "exp, 1768478400, 'ExpiredTokenException: Token expired: current date/time 1768478400 must"
                + " be before the expiration date/time 1768478400'"
    })
    void clocks(String name, String time, String outcome) throws Exception {
        String claims = GOOD.replaceAll("\"" + name + "\":[0-9]+", "\"" + name + "\":" + time);
        assertThat(outcome(signed(name.equals("nbf") ? claims("\"nbf\":" + time) : claims)))
                .isEqualTo(outcome);
    }

    @Test
    void claimsGivenTwiceOrOfTheWrongKind() throws Exception {
        assertThat(outcome(signed(claims("\"sub\":\"eve\"")))).isEqualTo("no token");
        assertThat(outcome(signed(claims("\"a\":{\"b\":1,\"b\":2}")))).isEqualTo("no token");
        for (String subject : List.of("{}", "[\"bob\"]", "7", "\"" + "b".repeat(256) + "\"")) {
            assertThat(outcome(signed(GOOD.replace("\"bob\"", subject))))
                    .startsWith("InvalidIdentityToken: The ID Token provided");
        }
        assertThat(outcome(signed(claims("\"azp\":7"))))
                .startsWith("InvalidIdentityToken: The ID Token provided");
    }

    @Test
    void whatIsTooMuch() throws Exception {
        assertThat(outcome(signed(claims("\"a\":" + "[".repeat(40) + "]".repeat(40)))))
                .isEqualTo("no token");
        assertThat(IdToken.parse(".".repeat(100_000))).isNull();
        assertThat(IdToken.parse("a".repeat(20_001))).isNull();
        assertThat(IdToken.parse("a.b.c.d.e")).as("JWE").isNull();
        assertThat(outcome(signed(GOOD) + "=")).isEqualTo("no token");
        assertThat(outcome(signed(GOOD) + ".")).isEqualTo("no token");
    }

    @Test
    void tokensOfAwsItselfAreForOutside() throws Exception {
        String issuer = "https://abc.tokens.sts.global.api.aws";
        assertThat(
                        outcome(
                                signed(GOOD.replace(ISSUER, issuer)),
                                provider("abc.tokens.sts.global.api.aws", "client")))
                .startsWith("InvalidIdentityToken: No OpenIDConnect provider found");
    }

    @Test
    void twoKeysOfOneIdAreBothTried() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).keyID("r").generate();
        String both = new JWKSet(List.<JWK>of(other, rsa)).toString();
        IdToken token = IdToken.parse(signed(GOOD));
        assertThat(
                        new IdTokenVerifier(KeySource.given(issuer -> both))
                                .verify(token, provider("id.example.org/tenant", "client"), NOW))
                .isInstanceOf(Proof.Proven.class);
    }

    @Test
    void keySetsWithStrangersInThem() {
        String fine = rsa.toPublicJWK().toJSONString();
        assertThat(VerificationKeys.parse("{\"keys\":[{\"kty\":\"new\"},7," + fine + "]}").has("r"))
                .isTrue();
        String many = Collections.nCopies(201, fine).stream().collect(Collectors.joining(","));
        assertThat(VerificationKeys.parse("{\"keys\":[" + many + "]}")).isNull();
        for (String none : List.of("", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[]} x")) {
            assertThat(VerificationKeys.parse(none)).isNull();
        }
    }

    @Test
    void conditionKeysOfATokenOfGoogle() throws Exception {
        for (String issuer : List.of("https://accounts.google.com", "accounts.google.com")) {
            String claims =
                    claims("\"azp\":\"app\",\"email\":\"b@example.org\"").replace(ISSUER, issuer);
            VerifiedIdentity identity = identity(claims, TrustedProvider.BuiltIn.GOOGLE);
            assertThat(identity.provider()).isEqualTo("accounts.google.com");
            assertThat(identity.issuer()).isEqualTo(issuer);
            assertThat(identity.keys())
                    .containsOnly(
                            Map.entry("accounts.google.com:aud", List.of("app")),
                            Map.entry("accounts.google.com:oaud", List.of("client")),
                            Map.entry("accounts.google.com:sub", List.of("bob")));
        }
    }

    @Test
    void conditionKeysOfATokenOfCognito() throws Exception {
        String claims =
                claims("\"amr\":[\"authenticated\",\"graph.facebook.com\"]")
                        .replace(ISSUER, "https://cognito-identity.amazonaws.com");
        assertThat(identity(claims, TrustedProvider.BuiltIn.COGNITO).keys())
                .containsEntry(
                        "cognito-identity.amazonaws.com:amr",
                        List.of("authenticated", "graph.facebook.com"))
                .containsEntry("cognito-identity.amazonaws.com:aud", List.of("client"));
    }

    @Test
    void claimsAreKeysForTheIssuersThatAwsLists() throws Exception {
        String more = "\"repository\":\"o/r\",\"actor_id\":7,\"own\":\"x\"";
        String github = "token.actions.githubusercontent.com";
        assertThat(
                        identity(
                                        claims(more).replace(ISSUER, "https://" + github),
                                        provider(github, "client"))
                                .keys())
                .containsEntry(github + ":repository", List.of("o/r"))
                .containsEntry(github + ":actor_id", List.of("7"))
                .doesNotContainKey(github + ":own");
        assertThat(identity(claims(more), provider("id.example.org/tenant", "client")).keys())
                .containsOnlyKeys("id.example.org/tenant:aud", "id.example.org/tenant:sub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\"]},\"transitive_tag_keys\":[\"a\"]}",
                "\"https://aws.amazon.com/tags/principal_tags/a\":[\"1\"],\"https://aws.amazon.com/tags/transitive_tag_keys\":[\"a\"]",
                "\"https://aws.amazon.com/tags/principal_tags/a\":\"1\",\"https://aws.amazon.com/tags/transitive_tag_keys\":\"a\""
            })
    void sessionTagsNestedAndFlattened(String tags) throws Exception {
        VerifiedIdentity identity =
                identity(claims(tags), provider("id.example.org/tenant", "client"));
        assertThat(identity.tags()).containsExactly(Map.entry("a", "1"));
        assertThat(identity.transitiveTagKeys()).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://aws.amazon.com/tags\":7",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\",\"2\"]}}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":\"1\"}}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{},\"transitive_tag_keys\":[\"a\"]}",
                "\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"a\":[\"1\"]}},\"https://aws.amazon.com/tags/principal_tags/a\":\"2\"",
                "\"https://aws.amazon.com/tags/principal_tags/a\":{}",
                "\"https://aws.amazon.com/source_identity\":[\"x\"]"
            })
    void whatIsNoRequestForASession(String more) throws Exception {
        assertThat(outcome(signed(claims(more)))).startsWith("InvalidIdentityToken: The session");
    }
}
