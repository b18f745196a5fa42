package dev.understudy.federation;

import dev.understudy.policy.Json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Verifies id tokens: the signature by a key of the provider's set (keys that the token itself
 * offers are ignored), then audience, times and required claims, with AWS's refusals.
 */
public final class IdTokenVerifier {
    private static final String NO_KEY =
            "Couldn't retrieve verification key from your identity provider,  please reference"
                    + " AssumeRoleWithWebIdentity documentation for requirements";
    private static final String UNTRUSTED =
            "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint";

    /** AWS tells no text; this is ours. */
    private static final String UNREACHABLE =
            "The identity provider that was asked to verify the incoming identity token could not"
                    + " be reached";

    /** Where the issuers of GetWebIdentityToken are, whose tokens AWS takes nowhere but outside. */
    private static final String AWS_ISSUERS = ".tokens.sts.global.api.aws";

    private final KeySource keys;

    /** Verifies with keys from this source. */
    public IdTokenVerifier(KeySource keys) {
        this.keys = keys;
    }

    /** Checks the token, which must come from this provider. */
    public Proof verify(IdToken token, TrustedProvider provider, Instant now) {
        String issuer = token.claimedIssuer();
        if (issuer == null || !isOf(issuer, provider) || isAws(provider)) {
            return Proof.invalid("No OpenIDConnect provider found in your account for " + issuer);
        }
        Proof.Unproven unsigned = signature(token, provider, now);
        if (unsigned != null) {
            return unsigned;
        }
        JsonObject claims = token.claims();
        Proof.Unproven refusal = IdTokenClaims.refusal(claims, provider, now);
        if (refusal != null) {
            return refusal;
        }
        VerifiedIdentity.SessionClaims session = IdTokenSession.of(claims);
        return session == null
                ? Proof.invalid("The session tags in the token are not valid")
                : new Proof.Proven(
                        new VerifiedIdentity(
                                provider.federated(),
                                issuer,
                                IdTokenClaims.text(claims, "sub"),
                                IdTokenClaims.audience(claims, provider),
                                IdTokenKeys.of(claims, provider),
                                session));
    }

    private static boolean isOf(String issuer, TrustedProvider provider) {
        return provider instanceof TrustedProvider.BuiltIn
                ? TrustedProvider.BuiltIn.of(issuer) == provider
                : issuer.equals(provider.issuerUrl());
    }

    private static boolean isAws(TrustedProvider provider) {
        try {
            String host = URI.create(provider.issuerUrl()).getHost();
            return host == null || host.toLowerCase(Locale.ROOT).endsWith(AWS_ISSUERS);
        } catch (IllegalArgumentException noUrl) {
            return true;
        }
    }

    private Proof.@Nullable Unproven signature(
            IdToken token, TrustedProvider provider, Instant now) {
        KeySource.Wanted wanted =
                new KeySource.Wanted(
                        provider.issuerUrl(),
                        token.keyId(),
                        provider instanceof TrustedProvider.Registered registered
                                ? registered.thumbprints()
                                : List.of());
        return switch (keys.keys(wanted, now)) {
            case KeySource.Keys.Known known ->
                    token.isSignedByOneOf(known.keys()) ? null : Proof.invalid(NO_KEY);
            case KeySource.Keys.Unusable unusable -> Proof.invalid(NO_KEY);
            case KeySource.Keys.Untrusted untrusted -> Proof.invalid(UNTRUSTED);
            case KeySource.Keys.Unreachable unreachable ->
                    new Proof.Unproven("IDPCommunicationError", UNREACHABLE);
        };
    }
}
