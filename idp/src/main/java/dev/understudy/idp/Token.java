package dev.understudy.idp;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an id token is to say. Immutable: each method returns another one. A claim whose value is a
 * {@link Duration} is a time, that long after the token is made, in seconds since 1970.
 */
public final class Token {
    /** A value that is another random UUID in each token. */
    static final Object FRESH = new Object();

    private final Algorithm algorithm;
    private final boolean typed;
    private final Map<String, Object> claims;

    private Token(Algorithm algorithm, boolean typed, Map<String, Object> claims) {
        this.algorithm = algorithm;
        this.typed = typed;
        this.claims = Collections.unmodifiableMap(claims);
    }

    /** The least that AWS asks for, good for ten minutes. */
    public static Token of(String subject, String audience) {
        return new Token(Algorithm.RS256, true, new LinkedHashMap<>())
                .claim("sub", subject)
                .audience(audience)
                .claim("iat", Duration.ZERO)
                .validFor(Duration.ofMinutes(10));
    }

    /** About somebody else. */
    public Token subject(String subject) {
        return claim("sub", subject);
    }

    /** For one, as text, or for several, as a list. */
    public Token audience(String... audience) {
        return claim("aud", audience.length == 1 ? audience[0] : List.of(audience));
    }

    /**
     * With a claim, in the place of one of this name.
     *
     * @param value text, a number, a boolean, a list or map of these, or a {@link Duration}
     */
    public Token claim(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new Token(algorithm, typed, more);
    }

    /** Without the claim of this name. */
    public Token without(String name) {
        Map<String, Object> fewer = new LinkedHashMap<>(claims);
        fewer.remove(name);
        return new Token(algorithm, typed, fewer);
    }

    /** Good for this long after it is made. */
    public Token validFor(Duration lifetime) {
        return claim("exp", lifetime);
    }

    /** With session tags, as AWS reads them; no key is transitive that is not among the tags. */
    public Token sessionTags(Map<String, String> tags, String... transitiveKeys) {
        Map<String, Object> values = new LinkedHashMap<>();
        tags.forEach((key, value) -> values.put(key, List.of(value)));
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("principal_tags", values);
        claim.put("transitive_tag_keys", List.of(transitiveKeys));
        return claim("https://aws.amazon.com/tags", claim);
    }

    /** With a source identity, as AWS reads it. */
    public Token sourceIdentity(String value) {
        return claim("https://aws.amazon.com/source_identity", value);
    }

    /** Signed by another algorithm than RS256. */
    public Token algorithm(Algorithm other) {
        return new Token(other, typed, claims);
    }

    /** Without the header {@code typ}. */
    Token untyped() {
        return new Token(algorithm, false, claims);
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** The claims of a token that is made now. */
    Map<String, Object> claims(String issuer, Instant now) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("iss", issuer);
        claims.forEach((name, value) -> made.put(name, made(value, now)));
        return made;
    }

    private static Object made(Object value, Instant now) {
        if (value instanceof Duration after) {
            return now.plus(after).getEpochSecond();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((key, item) -> inner.put(String.valueOf(key), made(item, now)));
            return inner;
        }
        if (value instanceof List<?> list) {
            List<Object> inner = new ArrayList<>();
            list.forEach(item -> inner.add(made(item, now)));
            return inner;
        }
        return value == FRESH ? UUID.randomUUID().toString() : value;
    }

    Map<String, Object> header(@Nullable String keyId) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", algorithm.name());
        if (keyId != null) {
            header.put("kid", keyId);
        }
        if (typed) {
            header.put("typ", "JWT");
        }
        return header;
    }
}
