package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/** A glob that may have variables, compiled as far as it can be before a request is there. */
final class Pattern {
    private final Template template;
    private final @Nullable Glob glob;

    private Pattern(Template template) {
        this.template = template;
        String constant = template.constant();
        this.glob = constant == null ? null : Glob.marked(constant);
    }

    static Pattern of(String text, boolean variables) {
        return new Pattern(Template.of(text, variables, true));
    }

    /** The pattern for this request; null if a variable has no value. */
    @Nullable Glob glob(RequestContext context) {
        if (glob != null) {
            return glob;
        }
        String filled = template.fill(context);
        return filled == null ? null : Glob.marked(filled);
    }
}
