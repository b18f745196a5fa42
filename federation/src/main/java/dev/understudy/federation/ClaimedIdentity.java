package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a token says of itself, which may be a lie: good for explaining, and for nothing else. What
 * was proven is a {@link VerifiedIdentity}.
 *
 * @param provider what trust policies would name as {@code Federated}
 * @param issuer empty if it names none
 * @param subject empty if it names none
 * @param keys the condition keys that it would give
 * @param tags the session tags that it asks for
 * @param transitiveTagKeys which of them would follow into chained sessions
 * @param sourceIdentity null if it asks for none
 * @param sessionName that an assertion asks for; null if it asks for none
 */
public record ClaimedIdentity(
        String provider,
        String issuer,
        String subject,
        Map<String, List<String>> keys,
        Map<String, String> tags,
        Set<String> transitiveTagKeys,
        @Nullable String sourceIdentity,
        @Nullable String sessionName) {
    public ClaimedIdentity {
        keys = Map.copyOf(keys);
        tags = Map.copyOf(tags);
        transitiveTagKeys = Set.copyOf(transitiveTagKeys);
    }
}
