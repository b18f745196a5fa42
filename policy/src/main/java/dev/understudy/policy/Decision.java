package dev.understudy.policy;

/** The answer to an access request. */
public sealed interface Decision {
    /** Whether the request may go on. */
    boolean allowed();

    /** It may. */
    record Allowed() implements Decision {
        static final Allowed INSTANCE = new Allowed();

        @Override
        public boolean allowed() {
            return true;
        }
    }

    /**
     * It may not.
     *
     * @param kind the policy type that AWS's message names, where several would deny the first
     * @param explicit whether a statement denies; else none allows
     */
    record Denied(PolicyKind kind, boolean explicit) implements Decision {
        @Override
        public boolean allowed() {
            return false;
        }
    }
}
