package dev.understudy.policy;

/** What the evaluator's condition operators accept, for tools that check policies. */
public final class ConditionOperators {
    private ConditionOperators() {}

    /**
     * Whether the evaluator knows an operator.
     *
     * @param text with its set operator and {@code IfExists}, as a policy writes it
     */
    public static boolean isKnown(String text) {
        return Condition.of(text, "", java.util.List.of(), false) != null;
    }

    /**
     * Whether a value has the form that an operator compares; one that has not can never match.
     *
     * @param name without set operator and {@code IfExists}: {@code DateLessThan}
     * @return true for {@code Null}, and for operators that are not known
     */
    public static boolean accepts(String name, String value) {
        ConditionOperator operator = ConditionOperator.of(name);
        return operator == null || operator.compile(value, true) != null;
    }
}
