package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The Action or NotAction of a statement. Case does not matter. */
final class ActionMatcher {
    private final boolean negated;
    private final List<String> texts;

    /** Made when first asked, which only a NotAction is in order to decide. */
    private @Nullable List<Glob> patterns;

    ActionMatcher(List<String> texts, boolean negated) {
        this.texts = List.copyOf(texts);
        this.negated = negated;
    }

    boolean negated() {
        return negated;
    }

    List<String> texts() {
        return texts;
    }

    /** Whether the action, lower case, is meant. */
    boolean matches(String lowerAction) {
        List<Glob> globs = patterns();
        for (int i = 0; i < globs.size(); i++) {
            if (globs.get(i).matches(lowerAction)) {
                return !negated;
            }
        }
        return negated;
    }

    private List<Glob> patterns() {
        List<Glob> made = patterns;
        if (made == null) {
            made = texts.stream().map(text -> Glob.of(Ascii.lower(text))).toList();
            patterns = made;
        }
        return made;
    }
}
