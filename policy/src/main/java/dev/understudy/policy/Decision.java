package dev.understudy.policy;

import java.util.stream.Stream;

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
        private static final Denied[] EXPLICIT = all(true);
        private static final Denied[] IMPLICIT = all(false);

        private static Denied[] all(boolean explicit) {
            return Stream.of(PolicyKind.values())
                    .map(kind -> new Denied(kind, explicit))
                    .toArray(Denied[]::new);
        }

        /** A statement of this kind of policy denies. */
        static Denied explicit(PolicyKind kind) {
            return EXPLICIT[kind.ordinal()];
        }

        /** No statement of this kind of policy allows. */
        static Denied implicit(PolicyKind kind) {
            return IMPLICIT[kind.ordinal()];
        }

        @Override
        public boolean allowed() {
            return false;
        }
    }
}
