package dev.understudy.federation;

import dev.understudy.policy.Json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Verifies id tokens: the signature by a key of the provider's set (keys that the token itself
 * offers are ignored), then audience, times and required claims, with AWS's refusals.
 */
public final class IdTokenVerifier {
    private static final Proof.Unproven NO_KEY =
            Proof.invalid(
                    "Couldn't retrieve verification key from your identity provider,  please"
                            + " reference AssumeRoleWithWebIdentity documentation for"
                            + " requirements");
    private static final Proof.Unproven UNTRUSTED =
            Proof.invalid(
                    "OpenIDConnect provider's HTTPS certificate doesn't match configured"
                            + " thumbprint");

    /** AWS tells no text; this is ours. */
    private static final Proof.Unproven UNREACHABLE =
            new Proof.Unproven(
                    "IDPCommunicationError",
                    "The identity provider that was asked to verify the incoming identity token"
                            + " could not be reached");

    /** Where the issuers of GetWebIdentityToken are, whose tokens AWS takes nowhere but outside. */
    private static final String AWS_ISSUERS = ".tokens.sts.global.api.aws";

    private final KeySource keys;

    /** Verifies with keys from this source. */
    public IdTokenVerifier(KeySource keys) {
        this.keys = keys;
    }

    /** Checks the token, which must come from this provider. */
    public Proof verify(IdToken token, TrustedProvider provider, Instant now) {
        Findings findings = Findings.untilRefused();
        VerifiedIdentity.SessionClaims session = check(token, provider, now, findings);
        return proof(token, provider, session, findings);
    }

    /**
     * Makes the same checks, all of them, and tells what each found.
     *
     * @param registered the provider of the role's account by its URL without {@code https://};
     *     null where there is none
     */
    public Examination examine(
            String text,
            Function<String, TrustedProvider.@Nullable Registered> registered,
            Instant now) {
        Findings findings = Findings.all();
        IdToken token = IdToken.read(text, findings);
        if (token == null) {
            return new Examination(
                    findings.list(),
                    Objects.requireNonNull(findings.refusal(), "it was not read"),
                    null);
        }
        String issuer = Objects.requireNonNullElse(token.claimedIssuer(), "");
        TrustedProvider provider = TrustedProvider.of(issuer, registered);
        findings.check(
                "provider",
                provider != null,
                () -> issuer.isEmpty() ? "missing" : issuer,
                "the URL of a provider in the role's account",
                noProvider(issuer));
        TrustedProvider asked = provider == null ? unknown(issuer) : provider;
        VerifiedIdentity.SessionClaims session = check(token, asked, now, findings);
        return new Examination(
                findings.list(),
                proof(token, asked, session, findings),
                claimed(token, asked, session));
    }

    /** What AWS answers where the account has no provider of this issuer. */
    public static Proof.Unproven noProvider(@Nullable String issuer) {
        return Proof.invalid("No OpenIDConnect provider found in your account for " + issuer);
    }

    /** Stands for a provider that is not there: it has no clients. */
    private static TrustedProvider unknown(String issuer) {
        String prefix = issuer.replaceFirst("^https://", "");
        return new TrustedProvider.Registered(prefix, prefix, List.of(), List.of());
    }

    private VerifiedIdentity.@Nullable SessionClaims check(
            IdToken token, TrustedProvider provider, Instant now, Findings findings) {
        String issuer = token.claimedIssuer();
        findings.check(
                "issuer",
                issuer != null && isOf(issuer, provider) && !isAws(provider),
                () -> issuer == null ? "missing" : issuer,
                provider.issuerUrl() + ", and none of AWS's own",
                noProvider(issuer));
        if (findings.ended()) {
            return null;
        }
        signature(token, provider, now, findings);
        if (findings.ended()) {
            return null;
        }
        IdTokenClaims.check(token.claims(), provider, now, findings);
        if (findings.ended()) {
            return null;
        }
        VerifiedIdentity.SessionClaims session = IdTokenSession.of(token.claims());
        findings.check(
                "session",
                session != null,
                () -> session == null ? "malformed" : session.words(),
                "tags of one value each, their transitive keys, a source identity",
                Proof.invalid("The session tags in the token are not valid"));
        return session;
    }

    private static Proof proof(
            IdToken token,
            TrustedProvider provider,
            VerifiedIdentity.@Nullable SessionClaims session,
            Findings findings) {
        Proof.Unproven refusal = findings.refusal();
        if (refusal != null) {
            return refusal;
        }
        JsonObject claims = token.claims();
        return new Proof.Proven(
                new VerifiedIdentity(
                        provider.federated(),
                        Objects.requireNonNull(token.claimedIssuer(), "it was checked"),
                        IdTokenClaims.text(claims, "sub"),
                        IdTokenClaims.audience(claims, provider),
                        IdTokenKeys.of(claims, provider),
                        Objects.requireNonNull(session, "it was checked")));
    }

    private static ClaimedIdentity claimed(
            IdToken token,
            TrustedProvider provider,
            VerifiedIdentity.@Nullable SessionClaims session) {
        JsonObject claims = token.claims();
        Map<String, List<String>> keys = new LinkedHashMap<>(IdTokenKeys.of(claims, provider));
        if (IdTokenClaims.audience(claims, provider).isEmpty()) {
            List<String> parties = IdTokenClaims.parties(claims);
            keys.put(provider.prefix() + ":aud", parties);
        }
        keys.values().removeIf(values -> values.isEmpty() || values.equals(List.of("")));
        return new ClaimedIdentity(
                provider.federated(),
                Objects.requireNonNullElse(token.claimedIssuer(), ""),
                IdTokenClaims.text(claims, "sub"),
                keys,
                session == null ? Map.of() : session.tags(),
                session == null ? Set.of() : session.transitiveTagKeys(),
                session == null ? null : session.sourceIdentity(),
                null);
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

    private void signature(
            IdToken token, TrustedProvider provider, Instant now, Findings findings) {
        if (!token.isVerifiable()) {
            findings.unknown("signature", () -> "not checked", "a header to check it by", NO_KEY);
            return;
        }
        KeySource.Wanted wanted =
                new KeySource.Wanted(
                        provider.issuerUrl(),
                        token.keyId(),
                        provider instanceof TrustedProvider.Registered registered
                                ? registered.thumbprints()
                                : List.of());
        switch (keys.keys(wanted, now)) {
            case KeySource.Keys.Known(VerificationKeys known) -> signature(token, known, findings);
            case KeySource.Keys.Unusable unusable ->
                    findings.check("keys", false, () -> "none", "the issuer's keys", NO_KEY);
            case KeySource.Keys.Untrusted untrusted ->
                    findings.check(
                            "keys",
                            false,
                            () -> "a server that nobody vouches for",
                            "a certificate that the platform trusts, or one of the thumbprints",
                            UNTRUSTED);
            case KeySource.Keys.Unreachable unreachable ->
                    findings.unknown("keys", () -> "no answer", "the issuer's keys", UNREACHABLE);
            case KeySource.Keys.NotAsked notAsked ->
                    findings.unknown("signature", () -> "signature not checked", "a check", NO_KEY);
        }
    }

    private static void signature(IdToken token, VerificationKeys keys, Findings findings) {
        String id = token.keyId();
        findings.check(
                "key",
                keys.has(id),
                () -> id == null ? "no kid" : "kid " + id,
                "a key that the issuer publishes",
                NO_KEY);
        if (!findings.ended()) {
            boolean holds = token.isSignedByOneOf(keys);
            findings.check(
                    "signature",
                    holds,
                    () -> holds ? "holds" : "does not hold",
                    "made by a key that the issuer publishes",
                    NO_KEY);
        }
    }
}
