package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One operator on one key, compiled. */
interface Condition {
    /** Whether the request fulfils it. */
    boolean matches(RequestContext context);

    /** The operator as the document spells it, set operator and IfExists included. */
    String operator();

    /** The key as the document spells it. */
    String key();

    /** The values as the document gives them. */
    List<String> wanted();

    /** The condition of this operator text; null if there is no such operator. */
    static @Nullable Condition of(
            String operatorText, String key, List<String> wanted, boolean variables) {
        Quantifier quantifier = Quantifier.NONE;
        String name = operatorText;
        for (Quantifier candidate : List.of(Quantifier.FOR_ALL, Quantifier.FOR_ANY)) {
            if (operatorText.startsWith(candidate.prefix())) {
                quantifier = candidate;
                name = operatorText.substring(candidate.prefix().length());
            }
        }
        if (name.equals("Null")) {
            return quantifier == Quantifier.NONE ? new NullCondition(key, wanted) : null;
        }
        boolean ifExists = name.endsWith("IfExists");
        ConditionOperator operator =
                ConditionOperator.of(
                        ifExists ? name.substring(0, name.length() - "IfExists".length()) : name);
        return operator == null
                ? null
                : new ValueCondition(
                        operatorText, operator, quantifier, ifExists, key, wanted, variables);
    }
}
