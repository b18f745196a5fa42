package dev.understudy.idp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.federation.IdToken;
import dev.understudy.federation.IdTokenVerifier;
import dev.understudy.federation.KeySource;
import dev.understudy.federation.Proof;
import dev.understudy.federation.TrustedProvider;
import dev.understudy.federation.VerifiedIdentity;

import java.time.Instant;
import java.util.List;

/** Asks what verifies tokens in production, which shares no code with what makes them here. */
final class Verifying {
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    private static final String MALFORMED =
            "The ID Token provided is not a valid JWT. (You may see this error if you sent an"
                    + " Access Token)";

    private Verifying() {}

    /** Code and text of the refusal; empty if the token proves its identity. */
    static String refusal(String token, String issuer, String keySet, String clientId) {
        IdToken parsed = IdToken.parse(token);
        if (parsed == null) {
            return "InvalidIdentityToken: " + MALFORMED;
        }
        return switch (proof(parsed, issuer, keySet, clientId)) {
            case Proof.Proven proven -> "";
            case Proof.Unproven unproven -> unproven.code() + ": " + unproven.message();
        };
    }

    static VerifiedIdentity identity(String token, String issuer, String keySet, String clientId) {
        IdToken parsed = IdToken.parse(token);
        assertThat(parsed).isNotNull();
        Proof proof = proof(parsed, issuer, keySet, clientId);
        assertThat(proof).isInstanceOf(Proof.Proven.class);
        return ((Proof.Proven) proof).identity();
    }

    private static Proof proof(IdToken token, String issuer, String keySet, String clientId) {
        String url = issuer.substring("https://".length());
        TrustedProvider provider =
                new TrustedProvider.Registered(
                        "arn:aws:iam::111122223333:oidc-provider/" + url,
                        url,
                        List.of(clientId),
                        List.of());
        return new IdTokenVerifier(KeySource.given(known -> known.equals(issuer) ? keySet : null))
                .verify(token, provider, NOW);
    }
}
