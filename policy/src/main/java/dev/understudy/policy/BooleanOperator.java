package dev.understudy.policy;

/** Booleans, in any case. */
final class BooleanOperator {
    private BooleanOperator() {}

    static ValueTest bool(String wanted, boolean variables) {
        Template template = Template.of(wanted, variables, false);
        return (actual, context) -> {
            String filled = template.fill(context);
            if (filled == null) {
                return false;
            }
            String value = Ascii.lower(filled);
            return (value.equals("true") || value.equals("false"))
                    && value.equals(Ascii.lower(actual));
        };
    }
}
