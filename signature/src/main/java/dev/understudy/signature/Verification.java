package dev.understudy.signature;

/** What came of verifying a signature. */
public sealed interface Verification permits Verification.Genuine, SignatureFault {
    /** Whoever holds the key signed this request. */
    record Genuine() implements Verification {
        static final Genuine INSTANCE = new Genuine();
    }
}
