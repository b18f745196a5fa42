package dev.understudy.policy;

/** Strings: equal, equal but for ASCII case, like a pattern. */
final class StringOperators {
    private StringOperators() {}

    static ValueTest equal(String wanted, boolean variables) {
        return matching(Glob.exact(wanted, variables));
    }

    static ValueTest equalIgnoringCase(String wanted, boolean variables) {
        Template template = Template.of(wanted, variables);
        return (actual, context) -> {
            String filled = template.fill(context);
            return filled != null && Ascii.equalsIgnoringCase(filled, actual);
        };
    }

    static ValueTest like(String wanted, boolean variables) {
        return matching(Glob.of(wanted, variables));
    }

    private static ValueTest matching(Glob glob) {
        return (actual, context) -> glob.matches(actual, 0, actual.length(), context);
    }
}
