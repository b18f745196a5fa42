package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Why a statement did not match a request. */
public sealed interface Mismatch {
    /** The reason in one line, with the request's value and what the statement wants. */
    String text();

    /** It names others. */
    record OtherPrincipal(String actual, List<String> wanted) implements Mismatch {
        @Override
        public String text() {
            return "the principal is " + actual + " and the statement names " + join(wanted);
        }
    }

    /** It is about other actions. */
    record OtherAction(String actual, List<String> wanted, boolean negated) implements Mismatch {
        @Override
        public String text() {
            return "the action is "
                    + actual
                    + " and the statement is for "
                    + (negated ? "all but " : "")
                    + join(wanted);
        }
    }

    /** It is about other resources. */
    record OtherResource(String actual, List<String> wanted, boolean negated) implements Mismatch {
        @Override
        public String text() {
            return "the resource is "
                    + actual
                    + " and the statement is for "
                    + (negated ? "all but " : "")
                    + join(wanted);
        }
    }

    /**
     * A condition does not hold.
     *
     * @param actual null if the request has no such key
     */
    record FailedCondition(
            String operator, String key, List<String> wanted, @Nullable List<String> actual)
            implements Mismatch {
        @Override
        public String text() {
            String was = actual == null ? "missing" : actual.isEmpty() ? "empty" : join(actual);
            return key
                    + " was "
                    + was
                    + " and the statement wants "
                    + operator
                    + " "
                    + join(wanted);
        }
    }

    private static String join(List<String> texts) {
        return texts.isEmpty() ? "nothing" : String.join(", ", texts);
    }
}
