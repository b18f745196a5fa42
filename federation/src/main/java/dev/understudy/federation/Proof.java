package dev.understudy.federation;

/** What came of checking a token. */
public sealed interface Proof {

    /** The token proves this identity. */
    record Proven(VerifiedIdentity identity) implements Proof {}

    /**
     * It proves nothing.
     *
     * @param code AWS's error code
     * @param message AWS's text
     */
    record Unproven(String code, String message) implements Proof {}

    /** It proves nothing, because it is not valid. */
    static Unproven invalid(String message) {
        return new Unproven("InvalidIdentityToken", message);
    }
}
