package dev.understudy.signature;

/** What a request presents as its identity. */
public sealed interface Reading {
    /** Nothing. */
    record Unsigned() implements Reading {}

    /** Something that cannot be a signature, or more than one. */
    record Refused(SignatureFault fault) implements Reading {}

    /** One signature, not verified yet. */
    record Presented(PresentedSignature signature) implements Reading {}
}
