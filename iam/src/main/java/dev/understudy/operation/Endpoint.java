package dev.understudy.operation;

/**
 * Answers requests of the Query protocol. Never throws: what goes wrong is an answer. Safe for many
 * threads.
 */
@FunctionalInterface
public interface Endpoint {
    /** The answer to the request; an error of AWS's form where it is refused or fails. */
    WireResponse answer(WireRequest request);
}
