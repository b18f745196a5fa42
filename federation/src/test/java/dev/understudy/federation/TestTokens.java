package dev.understudy.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Keys, and id tokens signed by them, good and otherwise. */
final class TestTokens {
    static final String ISSUER = "https://id.example.org/tenant";
    static final Instant NOW = Instant.ofEpochSecond(1_768_478_400);
    static final String TIMES = "\"iat\":1768478400,\"exp\":1768479000";
    static final String GOOD =
            "{\"iss\":\"" + ISSUER + "\",\"sub\":\"bob\",\"aud\":\"client\"," + TIMES + "}";

    static RSAKey rsa;
    static RSAKey weak;
    static RSAKey forEncryption;
    static ECKey curve;
    static String keySet;

    static {
        try {
            make();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private TestTokens() {}

    private static void make() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        forEncryption = new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        keySet = new JWKSet(List.<JWK>of(rsa, weak, forEncryption, curve)).toString();
    }

    static String part(String text) {
        return Base64URL.encode(text).toString();
    }

    /** Signed by the RSA key, whatever the header says. */
    static String signed(String header, String claims) throws JOSEException {
        return signed(header, claims, rsa, JWSAlgorithm.RS256);
    }

    static String signed(String header, String claims, RSAKey key, JWSAlgorithm algorithm)
            throws JOSEException {
        String input = part(header) + "." + part(claims);
        return input
                + "."
                + new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()))
                        .sign(new JWSHeader(algorithm), input.getBytes(StandardCharsets.US_ASCII));
    }

    static String signed(String claims) throws JOSEException {
        return signed("{\"alg\":\"RS256\",\"kid\":\"r\"}", claims);
    }

    static String claims(String more) {
        return GOOD.substring(0, GOOD.length() - 1) + "," + more + "}";
    }

    static TrustedProvider provider(String prefix, String... clientIds) {
        return new TrustedProvider.Registered("arn:p", prefix, Arrays.asList(clientIds), List.of());
    }

    static String outcome(String text, TrustedProvider provider) {
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

    static String outcome(String text) {
        return outcome(text, provider("id.example.org/tenant", "client"));
    }

    static VerifiedIdentity identity(String claims, TrustedProvider provider) throws JOSEException {
        IdToken token = IdToken.parse(signed(claims));
        return ((Proof.Proven)
                        new IdTokenVerifier(KeySource.given(issuer -> keySet))
                                .verify(token, provider, NOW))
                .identity();
    }
}
