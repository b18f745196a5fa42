package dev.understudy.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/**
 * Verifies id tokens against a registered OpenID Connect provider: the signature by a key of the
 * provider's set (keys that the token itself offers are ignored), then audience, times and required
 * claims, with AWS's refusals.
 */
public final class IdTokenVerifier {
    private static final String INVALID = "InvalidIdentityToken";
    private static final String NO_KEY =
            "Couldn't retrieve verification key from your identity provider,  please reference"
                    + " AssumeRoleWithWebIdentity documentation for requirements";
    private static final int LEAST_RSA_BITS = 2048;

    private final KeySource keys;

    /** Verifies with keys from this source. */
    public IdTokenVerifier(KeySource keys) {
        this.keys = keys;
    }

    /**
     * Checks the token.
     *
     * @param providerArn what trust policies call the provider
     * @param providerUrl without {@code https://}, as the provider entity holds it
     * @param clientIds the audiences registered for the provider; none of them means no token is
     *     good
     */
    public Proof verify(
            IdToken token,
            String providerArn,
            String providerUrl,
            List<String> clientIds,
            Instant now) {
        String issuerUrl = "https://" + providerUrl;
        if (!issuerUrl.equals(token.claimedIssuer())) {
            return unproven(
                    "No OpenIDConnect provider found in your account for " + token.claimedIssuer());
        }
        if (!signedByOneOf(keys.keySet(issuerUrl), token.jwt())) {
            return unproven(NO_KEY);
        }
        Proof.Unproven refusal = IdTokenClaims.refusal(token.claims(), clientIds, now);
        if (refusal != null) {
            return refusal;
        }
        JWTClaimsSet claims = token.claims();
        VerifiedIdentity.SessionClaims session = IdTokenClaims.session(claims);
        return session == null
                ? unproven("The session tags in the token are not valid")
                : new Proof.Proven(
                        new VerifiedIdentity(
                                providerArn,
                                issuerUrl,
                                claims.getSubject(),
                                IdTokenClaims.audience(claims, clientIds),
                                IdTokenClaims.keys(claims, providerUrl, clientIds),
                                session));
    }

    private static Proof.Unproven unproven(String message) {
        return new Proof.Unproven(INVALID, message);
    }

    private static boolean signedByOneOf(@Nullable String keySet, SignedJWT jwt) {
        if (keySet == null) {
            return false;
        }
        try {
            JWKMatcher matcher = JWKMatcher.forJWSHeader(jwt.getHeader());
            for (JWK key : new JWKSelector(matcher).select(JWKSet.parse(keySet))) {
                JWSVerifier verifier = verifier(key);
                if (verifier != null && jwt.verify(verifier)) {
                    return true;
                }
            }
            return false;
        } catch (ParseException | JOSEException unusable) {
            return false;
        }
    }

    private static @Nullable JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa when rsa.size() >= LEAST_RSA_BITS ->
                    new RSASSAVerifier(rsa.toPublicJWK());
            case ECKey curve -> new ECDSAVerifier(curve.toPublicJWK());
            default -> null;
        };
    }
}
