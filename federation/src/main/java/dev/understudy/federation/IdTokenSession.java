package dev.understudy.federation;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a token asks of the session: tags and source identity. Tags come nested in one claim, or
 * flattened, a claim each, for providers that know no objects.
 */
final class IdTokenSession {
    private static final String TAGS = "https://aws.amazon.com/tags";
    private static final String FLAT_TAG = TAGS + "/principal_tags/";
    private static final String FLAT_TRANSITIVE = TAGS + "/transitive_tag_keys";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Set<String> transitive = new LinkedHashSet<>();

    private IdTokenSession() {}

    /** What the claims ask for; null if they have another form, or say one tag twice. */
    static VerifiedIdentity.@Nullable SessionClaims of(JsonObject claims) {
        IdTokenSession session = new IdTokenSession();
        Json source = claims.get(SOURCE_IDENTITY);
        boolean sound =
                session.readNested(claims.get(TAGS))
                        && session.readFlat(claims)
                        && (source == null
                                || source instanceof JsonString text && isName(text.value()))
                        && session.tags.keySet().containsAll(session.transitive);
        return sound
                ? new VerifiedIdentity.SessionClaims(
                        session.tags,
                        session.transitive,
                        source instanceof JsonString text ? text.value() : null)
                : null;
    }

    /** AWS's rule for source identities: {@code [\w+=,.@-]{2,64}}. */
    private static boolean isName(String text) {
        return text.length() >= 2
                && text.length() <= 64
                && text.chars()
                        .allMatch(c ->
                                c >= 'a' && c <= 'z'
                                        || c >= 'A' && c <= 'Z'
                                        || c >= '0' && c <= '9'
                                        || "_+=,.@-".indexOf(c) >= 0);
    }

    private boolean readNested(@Nullable Json claim) {
        if (claim == null) {
            return true;
        }
        if (!(claim instanceof JsonObject object)
                || !(object.get("principal_tags") instanceof JsonObject principalTags)) {
            return false;
        }
        for (Member tag : principalTags.members()) {
            if (tag.value() instanceof JsonString || !add(tag.name(), tag.value())) {
                return false;
            }
        }
        return addTransitive(object.get("transitive_tag_keys"));
    }

    private boolean readFlat(JsonObject claims) {
        for (Member claim : claims.members()) {
            if (claim.name().startsWith(FLAT_TAG)
                    && !add(claim.name().substring(FLAT_TAG.length()), claim.value())) {
                return false;
            }
        }
        return addTransitive(claims.get(FLAT_TRANSITIVE));
    }

    /** A tag has one value, in a list or, flattened, by itself. */
    private boolean add(String key, Json value) {
        List<String> values = IdTokenClaims.texts(value);
        return values != null
                && values.size() == 1
                && tags.putIfAbsent(key, values.getFirst()) == null;
    }

    private boolean addTransitive(@Nullable Json keys) {
        List<String> names = keys == null ? List.of() : IdTokenClaims.texts(keys);
        if (names == null) {
            return false;
        }
        transitive.addAll(names);
        return true;
    }
}
