package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One thing to do that helps to turn a decision. */
public sealed interface Change {
    /** What to do, for people, in one line. */
    String text();

    /** What to do, for machines; stable. */
    String code();

    /**
     * A condition key of the request gets these values.
     *
     * @param multivalued whether it is a key of many values
     * @param rule which other values would do as well, in words; empty if none
     */
    record KeySet(String key, List<String> values, boolean multivalued, String rule)
            implements Change {
        public KeySet {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            String lead = rule.startsWith("any") ? " (or " : " (wanted: ";
            String others = rule.isEmpty() ? "" : lead + rule + ")";
            return "change the request: " + key + " = " + Words.join(values) + others;
        }

        @Override
        public String code() {
            return "setKey";
        }
    }

    /** A condition key of the request goes. */
    record KeyRemoved(String key) implements Change {
        @Override
        public String text() {
            return "change the request: without " + key;
        }

        @Override
        public String code() {
            return "removeKey";
        }
    }

    /**
     * A statement is added.
     *
     * @param policy to which document; null for a new one
     * @param level of control policies, from 1, the root of the organization; 0 for other types
     * @param statement its JSON text
     */
    record StatementAdded(
            PolicyKind kind, @Nullable PolicySource policy, int level, String statement)
            implements Change {
        @Override
        public String text() {
            return "add to " + place() + ": " + statement + Change.instead(policy);
        }

        private String place() {
            if (policy != null) {
                return "the " + Words.kind(kind) + " policy " + policy.name();
            }
            String at = level == 0 ? "" : " at level " + level;
            String what = kind == PolicyKind.IDENTITY ? "identity-based" : Words.kind(kind);
            return (what.startsWith("i") ? "an " : "a ") + what + " policy" + at;
        }

        @Override
        public String code() {
            return "addStatement";
        }
    }

    /**
     * A statement is replaced.
     *
     * @param policy its document
     * @param index of the statement in the document, from 0
     * @param purpose why, in words
     * @param statement the new JSON text
     */
    record StatementReplaced(PolicySource policy, int index, String purpose, String statement)
            implements Change {
        @Override
        public String text() {
            return purpose
                    + " in "
                    + Change.place(policy, index)
                    + ": "
                    + Words.onOneLine(statement)
                    + Change.instead(policy);
        }

        @Override
        public String code() {
            return "replaceStatement";
        }
    }

    /**
     * A statement goes.
     *
     * @param policy its document
     * @param index of the statement in the document, from 0
     */
    record StatementRemoved(PolicySource policy, int index) implements Change {
        @Override
        public String text() {
            String effect = policy.document().statements().get(index).effect().text();
            return "remove the "
                    + effect
                    + " in "
                    + Change.place(policy, index)
                    + Change.instead(policy);
        }

        @Override
        public String code() {
            return "removeStatement";
        }
    }

    /**
     * A document that cannot be read is replaced.
     *
     * @param statement the JSON text of the one statement of the new one
     */
    record PolicyReplaced(PolicySource policy, String statement) implements Change {
        @Override
        public String text() {
            return "replace the policy "
                    + policy.name()
                    + ", which cannot be read, by: "
                    + statement;
        }

        @Override
        public String code() {
            return "replacePolicy";
        }
    }

    /** AWS's own policies cannot be changed, only replaced. */
    private static String instead(@Nullable PolicySource policy) {
        return policy != null && policy.name().contains(":iam::aws:policy/")
                ? " (that is AWS's own policy: attach a changed copy instead)"
                : "";
    }

    private static String place(PolicySource policy, int index) {
        return new StatementResult(policy, policy.document().statements().get(index), List.of())
                .place();
    }
}
