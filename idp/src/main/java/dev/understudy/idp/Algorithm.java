package dev.understudy.idp;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;

import org.jspecify.annotations.Nullable;

/** What tokens are signed by, under the names of RFC 7518. */
public enum Algorithm {
    /** RSA, PKCS #1, SHA-256. */
    RS256(JWSAlgorithm.RS256, null),
    /** RSA, PKCS #1, SHA-384. */
    RS384(JWSAlgorithm.RS384, null),
    /** RSA, PKCS #1, SHA-512. */
    RS512(JWSAlgorithm.RS512, null),
    /** RSA, PSS, SHA-256. */
    PS256(JWSAlgorithm.PS256, null),
    /** ECDSA on P-256. */
    ES256(JWSAlgorithm.ES256, Curve.P_256),
    /** ECDSA on P-384. */
    ES384(JWSAlgorithm.ES384, Curve.P_384),
    /** ECDSA on P-521. */
    ES512(JWSAlgorithm.ES512, Curve.P_521);

    final JWSAlgorithm jws;

    /** The curve of the keys; null where they are RSA's. */
    private final @Nullable Curve curve;

    Algorithm(JWSAlgorithm jws, @Nullable Curve curve) {
        this.jws = jws;
        this.curve = curve;
    }

    /** Whether this key signs by it. */
    boolean fits(JWK key) {
        return curve == null
                ? key instanceof RSAKey
                : key instanceof ECKey ec && curve.equals(ec.getCurve());
    }
}
