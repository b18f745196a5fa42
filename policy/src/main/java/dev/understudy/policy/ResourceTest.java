package dev.understudy.policy;

/** What a Resource or NotResource asks of a resource, without the words it was asked in. */
final class ResourceTest {
    private final ArnPattern[] patterns;
    private final boolean negated;
    private final boolean unresolvedMatches;

    /**
     * A test.
     *
     * @param unresolvedMatches what it says where a variable has no value and no other pattern
     *     matches
     */
    ResourceTest(ArnPattern[] patterns, boolean negated, boolean unresolvedMatches) {
        this.patterns = patterns;
        this.negated = negated;
        this.unresolvedMatches = unresolvedMatches;
    }

    boolean negated() {
        return negated;
    }

    /** The patterns; not to be changed. */
    ArnPattern[] patterns() {
        return patterns;
    }

    /** Whether everything passes. */
    boolean isEverything() {
        if (!negated) {
            for (ArnPattern pattern : patterns) {
                if (pattern.isEverything()) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean matches(String resource, RequestContext context) {
        boolean unresolved = false;
        for (ArnPattern pattern : patterns) {
            if (pattern.matches(resource, context)) {
                return !negated;
            }
            unresolved |= !pattern.isResolved(context);
        }
        return unresolved ? unresolvedMatches : negated;
    }
}
