package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/** Strings: equal, equal but for ASCII case, like a pattern. */
final class StringOperators {
    private StringOperators() {}

    static ValueTest equal(String wanted, boolean variables) {
        Template template = Template.of(wanted, variables, false);
        String constant = template.constant();
        return constant != null
                ? (actual, context) -> constant.equals(actual)
                : (actual, context) -> actual.equals(template.fill(context));
    }

    static ValueTest equalIgnoringCase(String wanted, boolean variables) {
        Template template = Template.of(wanted, variables, false);
        return (actual, context) -> {
            String filled = template.fill(context);
            return filled != null && Ascii.lower(filled).equals(Ascii.lower(actual));
        };
    }

    static ValueTest like(String wanted, boolean variables) {
        Pattern pattern = Pattern.of(wanted, variables);
        return (actual, context) -> {
            @Nullable Glob glob = pattern.glob(context);
            return glob != null && glob.matches(actual);
        };
    }
}
