package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Why a statement did not match a request. */
public sealed interface Mismatch {
    /** The reason in one line, with the request's value and what the statement wants. */
    String text();

    /**
     * What it is about: {@code principal}, {@code action}, {@code resource} or {@code condition}.
     */
    String about();

    /** It names others, or with {@code negated} all but the one who asks. */
    record OtherPrincipal(String actual, List<String> wanted, boolean negated) implements Mismatch {
        @Override
        public String text() {
            return "the principal is "
                    + actual
                    + " and the statement names "
                    + (negated ? "all but " : "")
                    + Words.join(wanted);
        }

        @Override
        public String about() {
            return "principal";
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
                    + Words.join(wanted);
        }

        @Override
        public String about() {
            return "action";
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
                    + Words.join(wanted);
        }

        @Override
        public String about() {
            return "resource";
        }
    }

    /**
     * A condition does not hold.
     *
     * @param operator as the statement spells it
     * @param key as the statement spells it
     * @param actual null if the request has no such key
     */
    record FailedCondition(
            String operator, String key, List<String> wanted, @Nullable List<String> actual)
            implements Mismatch {
        @Override
        public String text() {
            return key
                    + " was "
                    + (actual == null ? "missing" : actual.isEmpty() ? "empty" : Words.join(actual))
                    + " and the statement wants "
                    + Words.wanted(operator, wanted);
        }

        @Override
        public String about() {
            return "condition";
        }
    }
}
