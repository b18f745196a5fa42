package dev.understudy.federation;

import static dev.understudy.federation.TestTokens.GOOD;
import static dev.understudy.federation.TestTokens.NOW;
import static dev.understudy.federation.TestTokens.curve;
import static dev.understudy.federation.TestTokens.forEncryption;
import static dev.understudy.federation.TestTokens.outcome;
import static dev.understudy.federation.TestTokens.part;
import static dev.understudy.federation.TestTokens.provider;
import static dev.understudy.federation.TestTokens.rsa;
import static dev.understudy.federation.TestTokens.signed;
import static dev.understudy.federation.TestTokens.weak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What an id token must be signed by to prove anything. */
class IdTokenSignatureTest {
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
}
