package dev.understudy.server.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * A small identity provider inside the demo: a key made for the occasion, and id tokens signed with
 * it.
 */
final class Issuer {
    static final String URL = "https://login.demo.example";
    static final String CLIENT_ID = "understudy-demo";

    private static final int KEY_BITS = 2048;

    private final RSAKey key;

    Issuer() throws JOSEException {
        key = new RSAKeyGenerator(KEY_BITS).keyID("demo-1").generate();
    }

    /** The public keys, as JWKS. */
    String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** An id token for this subject, good for ten minutes. */
    String token(String subject, Instant now) throws JOSEException {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(URL)
                        .subject(subject)
                        .audience(CLIENT_ID)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                        .build();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
