package dev.understudy.policy;

import java.util.List;

/** The Resource or NotResource of a statement. */
final class ResourceMatcher {
    private final List<String> texts;
    private final ResourceTest test;

    /**
     * Compiles the patterns.
     *
     * @param effect of the statement; a NotResource whose variable has no value excludes nobody
     *     knows what, so that a deny applies and an allow does not
     */
    ResourceMatcher(List<String> texts, boolean negated, Effect effect, boolean variables) {
        this.texts = List.copyOf(texts);
        this.test =
                new ResourceTest(
                        texts.stream()
                                .map(text -> ArnPattern.of(text, variables, true))
                                .toArray(ArnPattern[]::new),
                        negated,
                        negated && effect == Effect.DENY);
    }

    boolean negated() {
        return test.negated();
    }

    List<String> texts() {
        return texts;
    }

    ResourceTest test() {
        return test;
    }

    boolean matches(String resource, RequestContext context) {
        return test.matches(resource, context);
    }
}
