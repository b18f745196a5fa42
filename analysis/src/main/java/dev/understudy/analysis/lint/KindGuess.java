package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.PolicyKind;

/** What kind of policy a text is likely to be. */
final class KindGuess {
    private KindGuess() {}

    /**
     * Statements with principals are a resource's policy; a role's if they let nobody do anything
     * but assume it. All others are an identity's: nothing in a text tells a service control policy
     * or a boundary from one.
     */
    static PolicyKind of(PolicyView policy) {
        boolean principals =
                policy.statements().stream()
                        .anyMatch(s -> s.has("Principal") || s.has("NotPrincipal"));
        if (!principals) {
            return PolicyKind.IDENTITY;
        }
        boolean assume =
                policy.statements().stream()
                        .allMatch(s ->
                                !s.has("Resource")
                                        && s.actions().stream().allMatch(KindGuess::isSts));
        return assume ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    }

    private static boolean isSts(JsonString action) {
        return Words.lower(action.value()).startsWith("sts:");
    }
}
