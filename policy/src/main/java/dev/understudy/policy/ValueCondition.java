package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;

/** An operator that compares values. */
final class ValueCondition implements Condition {
    private final String operatorText;
    private final boolean negated;
    private final Quantifier quantifier;
    private final boolean ifExists;
    private final String key;
    private final String lowerKey;
    private final List<String> wanted;
    private final ValueTest[] tests;
    private final boolean malformed;

    ValueCondition(
            String operatorText,
            ConditionOperator operator,
            Quantifier quantifier,
            boolean ifExists,
            String key,
            List<String> wanted,
            boolean variables) {
        this.operatorText = operatorText.equals(operator.text()) ? operator.text() : operatorText;
        this.negated = operator.negated();
        this.quantifier = quantifier;
        this.ifExists = ifExists;
        this.key = key;
        this.lowerKey = Ascii.lower(key);
        this.wanted = List.copyOf(wanted);
        List<ValueTest> compiled = new ArrayList<>();
        for (String value : wanted) {
            ValueTest test = operator.compile(value, variables);
            if (test != null) {
                compiled.add(test);
            }
        }
        this.tests = compiled.toArray(ValueTest[]::new);
        this.malformed = tests.length < wanted.size();
    }

    @Override
    public boolean matches(RequestContext context) {
        List<String> values = context.valuesOf(lowerKey);
        if (values == null) {
            return missing();
        }
        // A value that cannot be read, a date that is none, must not turn a negated operator true.
        if (malformed && negated) {
            return false;
        }
        switch (quantifier) {
            case FOR_ALL:
                return all(values, context);
            case FOR_ANY:
                return any(values, context);
            default:
                return negated ? all(values, context) : any(values, context);
        }
    }

    private boolean missing() {
        switch (quantifier) {
            case FOR_ALL:
                return true;
            case FOR_ANY:
                return ifExists;
            default:
                return ifExists || negated;
        }
    }

    private boolean all(List<String> values, RequestContext context) {
        for (int i = 0; i < values.size(); i++) {
            if (!holds(values.get(i), context)) {
                return false;
            }
        }
        return true;
    }

    private boolean any(List<String> values, RequestContext context) {
        for (int i = 0; i < values.size(); i++) {
            if (holds(values.get(i), context)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(String actual, RequestContext context) {
        for (ValueTest test : tests) {
            if (test.test(actual, context)) {
                return !negated;
            }
        }
        return negated;
    }

    @Override
    public String operator() {
        return operatorText;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public List<String> wanted() {
        return wanted;
    }
}
