package dev.understudy.policy;

/** Booleans, in any case. */
final class BooleanOperator {
    private BooleanOperator() {}

    static ValueTest bool(String wanted, boolean variables) {
        Template template = Template.of(wanted, variables);
        return (actual, context) -> {
            String filled = template.fill(context);
            return filled != null
                    && (Ascii.equalsIgnoringCase(actual, "true")
                            || Ascii.equalsIgnoringCase(actual, "false"))
                    && Ascii.equalsIgnoringCase(actual, filled);
        };
    }
}
