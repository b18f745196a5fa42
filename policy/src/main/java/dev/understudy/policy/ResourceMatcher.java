package dev.understudy.policy;

import java.util.List;

/** The Resource or NotResource of a statement. */
final class ResourceMatcher {
    private final ArnPattern[] patterns;
    private final boolean negated;
    private final boolean unresolvedMatches;
    private final List<String> texts;

    /**
     * Compiles the patterns.
     *
     * @param effect of the statement; a NotResource whose variable has no value excludes nobody
     *     knows what, so that a deny applies and an allow does not
     */
    ResourceMatcher(List<String> texts, boolean negated, Effect effect, boolean variables) {
        this.texts = List.copyOf(texts);
        this.patterns =
                texts.stream()
                        .map(text -> ArnPattern.of(text, variables, true))
                        .toArray(ArnPattern[]::new);
        this.negated = negated;
        this.unresolvedMatches = negated && effect == Effect.DENY;
    }

    boolean negated() {
        return negated;
    }

    List<String> texts() {
        return texts;
    }

    boolean matches(String resource, RequestContext context) {
        boolean unresolved = false;
        for (ArnPattern pattern : patterns) {
            Boolean matches = pattern.matches(resource, context);
            if (matches == null) {
                unresolved = true;
            } else if (matches) {
                return !negated;
            }
        }
        return unresolved ? unresolvedMatches : negated;
    }
}
