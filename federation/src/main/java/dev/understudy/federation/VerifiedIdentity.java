package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An outside identity whose proof was checked. The constructor is closed: who holds one knows it
 * was verified.
 */
public sealed class VerifiedIdentity permits VerifiedAssertion {
    private final String provider;
    private final String issuer;
    private final String subject;
    private final String audience;
    private final Map<String, List<String>> keys;
    private final SessionClaims claims;

    VerifiedIdentity(
            String provider,
            String issuer,
            String subject,
            String audience,
            Map<String, List<String>> keys,
            SessionClaims claims) {
        this.provider = provider;
        this.issuer = issuer;
        this.subject = subject;
        this.audience = audience;
        this.keys = Map.copyOf(keys);
        this.claims = claims;
    }

    /**
     * What the token asks of the session: tags, those that follow into chained sessions, the source
     * identity.
     */
    record SessionClaims(
            Map<String, String> tags,
            Set<String> transitiveTagKeys,
            @Nullable String sourceIdentity) {
        SessionClaims {
            tags = Map.copyOf(tags);
            transitiveTagKeys = Set.copyOf(transitiveTagKeys);
        }

        /** For people, in one line. */
        String words() {
            return (tags.isEmpty() ? "no tags" : "tags " + new TreeMap<>(tags))
                    + (sourceIdentity == null ? "" : ", source identity " + sourceIdentity);
        }
    }

    /** What a trust policy names as {@code Federated}: the provider's ARN. */
    public String provider() {
        return provider;
    }

    /** The token's {@code iss}, or the assertion's issuer. */
    public String issuer() {
        return issuer;
    }

    /** The token's {@code sub}, or the name of the assertion's subject. */
    public String subject() {
        return subject;
    }

    /** The client id that the token was made for, or the address that the assertion was sent to. */
    public String audience() {
        return audience;
    }

    /**
     * The condition keys that the proof gives, {@code host/path:sub}, {@code saml:sub} and so on.
     */
    public Map<String, List<String>> keys() {
        return keys;
    }

    /** Session tags from the proof; empty if none. */
    public Map<String, String> tags() {
        return claims.tags();
    }

    /** The keys of those tags that are transitive. */
    public Set<String> transitiveTagKeys() {
        return claims.transitiveTagKeys();
    }

    /** The source identity from the proof; null if none. */
    public @Nullable String sourceIdentity() {
        return claims.sourceIdentity();
    }
}
