package dev.understudy.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.util.Set;

/**
 * A token that looks like an OpenID Connect id token and was not verified: good for finding out
 * whose keys to ask for, and for nothing else.
 */
public final class IdToken {
    /** AWS's limit for the parameter. */
    private static final int MAX_LENGTH = 20_000;

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private IdToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /**
     * The token in this text; null if it is none, or is signed in a way that proves nothing ({@code
     * none}, HMAC).
     */
    public static @Nullable IdToken parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return claims == null || !ALGORITHMS.contains(jwt.getHeader().getAlgorithm())
                    ? null
                    : new IdToken(jwt, claims);
        } catch (ParseException | IllegalArgumentException notAToken) {
            return null;
        }
    }

    /** The issuer that the token claims; null if it claims none. */
    public @Nullable String claimedIssuer() {
        return claims.getIssuer();
    }

    SignedJWT jwt() {
        return jwt;
    }

    JWTClaimsSet claims() {
        return claims;
    }
}
