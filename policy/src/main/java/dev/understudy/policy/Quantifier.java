package dev.understudy.policy;

/** How the many values of a key are held against a condition. */
enum Quantifier {
    /** No set operator: any value for an operator, all of them for a negated one. */
    NONE(""),
    /** Every value of the request; true if there is none. */
    FOR_ALL("ForAllValues:"),
    /** Some value of the request; false if there is none. */
    FOR_ANY("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
