package dev.understudy.federation;

import com.nimbusds.jwt.JWTClaimsSet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about what a token claims, once its signature holds. */
final class IdTokenClaims {
    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
    private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "exp", "iat");

    private IdTokenClaims() {}

    /** Why AWS would not take the claims; null if it would. */
    static Proof.@Nullable Unproven refusal(
            JWTClaimsSet claims, List<String> clientIds, Instant now) {
        for (String name : REQUIRED) {
            Object value = claims.getClaim(name);
            if (value == null || value.toString().isEmpty()) {
                return new Proof.Unproven(
                        "InvalidIdentityToken", "Missing a required claim: " + name);
            }
        }
        if (audience(claims, clientIds).isEmpty()) {
            return new Proof.Unproven("InvalidIdentityToken", "Incorrect token audience");
        }
        Date expiry = claims.getExpirationTime();
        if (!now.isBefore(expiry.toInstant())) {
            return new Proof.Unproven(
                    "ExpiredTokenException",
                    "Token expired: current date/time "
                            + now.getEpochSecond()
                            + " must be before the expiration date/time "
                            + expiry.toInstant().getEpochSecond());
        }
        return null;
    }

    /**
     * The registered client id that the token is for, by {@code azp} if present, else {@code aud};
     * empty if none.
     */
    static String audience(JWTClaimsSet claims, List<String> clientIds) {
        if (claims.getClaim("azp") instanceof String party) {
            return clientIds.contains(party) ? party : "";
        }
        return claims.getAudience().stream().filter(clientIds::contains).findFirst().orElse("");
    }

    static Map<String, List<String>> keys(
            JWTClaimsSet claims, String providerUrl, List<String> clientIds) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        keys.put(providerUrl + ":aud", List.of(audience(claims, clientIds)));
        keys.put(providerUrl + ":sub", List.of(claims.getSubject()));
        if (claims.getClaim("azp") instanceof String party) {
            keys.put(providerUrl + ":azp", List.of(party));
        }
        if (claims.getClaim("amr") instanceof List<?> methods) {
            keys.put(providerUrl + ":amr", methods.stream().map(Object::toString).toList());
        }
        return keys;
    }

    /**
     * The session tags and the source identity that the token carries; null if they have another
     * form.
     */
    static VerifiedIdentity.@Nullable SessionClaims session(JWTClaimsSet claims) {
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> transitive = new LinkedHashSet<>();
        Object claim = claims.getClaim(TAGS);
        if (claim != null && !readTags(claim, tags, transitive)) {
            return null;
        }
        String source = claims.getClaim(SOURCE_IDENTITY) instanceof String text ? text : null;
        return new VerifiedIdentity.SessionClaims(tags, transitive, source);
    }

    private static boolean readTags(
            Object claim, Map<String, String> tags, Set<String> transitive) {
        if (!(claim instanceof Map<?, ?> map)
                || !(map.get("principal_tags") instanceof Map<?, ?> principalTags)) {
            return false;
        }
        for (Map.Entry<?, ?> tag : principalTags.entrySet()) {
            if (!(tag.getValue() instanceof List<?> values)
                    || values.size() != 1
                    || !(values.getFirst() instanceof String value)) {
                return false;
            }
            tags.put(tag.getKey().toString(), value);
        }
        if (map.get("transitive_tag_keys") instanceof List<?> keys) {
            keys.forEach(key -> transitive.add(key.toString()));
        }
        return tags.keySet().containsAll(transitive);
    }
}
