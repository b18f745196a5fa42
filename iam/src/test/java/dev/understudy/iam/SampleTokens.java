package dev.understudy.iam;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.understudy.idp.saml.SamlIdentityProvider;
import dev.understudy.idp.saml.SamlLogin;

import java.util.Date;
import java.util.List;

/**
 * What identity providers vouch for in the samples: bob of the issuer {@code
 * https://id.example.org}, for the client {@code client}; and alice of a SAML provider that the
 * account calls {@code idp}, for its role {@code visitor}.
 */
final class SampleTokens {
    private static final String ISSUER = "https://id.example.org";
    private static final ECKey KEY = key();
    private static final SamlIdentityProvider SAML =
            SamlIdentityProvider.create("https://idp.example.org/saml");

    private SampleTokens() {}

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An id token that is good for ten minutes, whose issuer's keys the world then knows. */
    static String idToken(World world) {
        world.provide(ISSUER, new JWKSet(List.<JWK>of(KEY)).toString(true));
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject("bob")
                        .audience("client")
                        .issueTime(Date.from(world.instant()))
                        .expirationTime(Date.from(world.instant().plusSeconds(600)))
                        .build();
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims);
        try {
            token.sign(new ECDSASigner(KEY));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** The metadata of the SAML provider. */
    static String samlMetadata() {
        return SAML.metadata();
    }

    /** A signed SAML response, in base64. */
    static String samlResponse(World world) {
        return SAML.respond(
                SamlLogin.of("alice@example.org", "alice", world.instant())
                        .role(
                                "arn:aws:iam::111122223333:role/visitor",
                                "arn:aws:iam::111122223333:saml-provider/idp"));
    }
}
