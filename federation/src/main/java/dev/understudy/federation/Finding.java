package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a token or an assertion was held against. It never holds the token or its
 * signature, but what the token claims, which nobody may have proven.
 *
 * @param check what was checked, one word; stable
 * @param seen what the token has, for people; empty if there is nothing to show
 * @param wanted what it should have, for people
 * @param refusal what AWS answers if this is the first check that failed; null if it did not fail
 */
public record Finding(
        String check,
        Outcome outcome,
        String seen,
        String wanted,
        Proof.@Nullable Unproven refusal) {

    /** How a check ended. */
    public enum Outcome {
        /** As wanted. */
        OK,
        /** Not as wanted. */
        FAILED,
        /** It could not be checked, so that it proves nothing. */
        UNKNOWN
    }

    /** The same, of which it is only supposed that it holds, for this reason. */
    public Finding supposed(String reason) {
        return outcome == Outcome.OK
                ? new Finding(check, Outcome.UNKNOWN, seen, reason, refusal)
                : this;
    }
}
