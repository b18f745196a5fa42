package dev.understudy.operation;

/** What a refusal does. */
public enum Mode {
    /** It refuses. */
    STRICT,
    /**
     * It is recorded and said on every line, and the call goes on: for finding out what strictness
     * would cost.
     */
    SOFT
}
