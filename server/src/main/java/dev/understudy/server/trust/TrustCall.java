package dev.understudy.server.trust;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call says beside who makes it.
 *
 * @param sessionName null if it is not known
 * @param externalId null if there is none
 * @param sourceIdentity null if there is none
 * @param tags the session tags
 */
public record TrustCall(
        @Nullable String sessionName,
        @Nullable String externalId,
        @Nullable String sourceIdentity,
        Map<String, String> tags) {
    public TrustCall {
        tags = Map.copyOf(tags);
    }

    /** The condition keys that it gives, and those of the role that it is made to. */
    Map<String, List<String>> keys(Map<String, String> roleTags) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        put(keys, "sts:RoleSessionName", sessionName);
        put(keys, "sts:ExternalId", externalId);
        put(keys, "sts:SourceIdentity", sourceIdentity);
        tags.forEach((key, value) -> put(keys, "aws:RequestTag/" + key, value));
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        roleTags.forEach((key, value) -> {
            put(keys, "aws:ResourceTag/" + key, value);
            put(keys, "iam:ResourceTag/" + key, value);
        });
        return keys;
    }

    private static void put(Map<String, List<String>> keys, String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, List.of(value));
        }
    }
}
