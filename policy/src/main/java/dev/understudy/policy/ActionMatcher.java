package dev.understudy.policy;

import java.util.List;

/** The Action or NotAction of a statement. Case does not matter. */
final class ActionMatcher {
    private final Glob[] patterns;
    private final boolean negated;
    private final List<String> texts;

    ActionMatcher(List<String> texts, boolean negated) {
        this.texts = List.copyOf(texts);
        this.patterns = texts.stream().map(ActionMatcher::glob).toArray(Glob[]::new);
        this.negated = negated;
    }

    /** The glob of a pattern, in lower case. */
    static Glob glob(String text) {
        return Glob.of(Ascii.lower(text));
    }

    boolean negated() {
        return negated;
    }

    List<String> texts() {
        return texts;
    }

    /** Whether the action, lower case, is meant. */
    boolean matches(String lowerAction) {
        for (Glob pattern : patterns) {
            if (pattern.matches(lowerAction)) {
                return !negated;
            }
        }
        return negated;
    }
}
