package dev.understudy.federation;

import dev.understudy.federation.Finding.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects what a verifier finds. Whoever only wants to know whether to believe stops at the first
 * failure and pays for no words; whoever wants to know why has everything checked. The refusal is
 * that of the first failure in both, so that they cannot disagree.
 */
final class Findings {
    private final boolean all;
    private final List<Finding> list = new ArrayList<>();
    private Proof.@Nullable Unproven refusal;

    private Findings(boolean all) {
        this.all = all;
    }

    /** Stops at the first failure. */
    static Findings untilRefused() {
        return new Findings(false);
    }

    /** Goes on. */
    static Findings all() {
        return new Findings(true);
    }

    /** Notes one check; whether it held. */
    boolean check(
            String check,
            boolean holds,
            Supplier<String> seen,
            String wanted,
            Proof.Unproven otherwise) {
        return note(check, holds ? Outcome.OK : Outcome.FAILED, seen, wanted, otherwise);
    }

    /** Notes a check that nobody could make, which refuses like one that failed. */
    void unknown(String check, Supplier<String> seen, String wanted, Proof.Unproven otherwise) {
        note(check, Outcome.UNKNOWN, seen, wanted, otherwise);
    }

    private boolean note(
            String check,
            Outcome outcome,
            Supplier<String> seen,
            String wanted,
            Proof.Unproven otherwise) {
        boolean holds = outcome == Outcome.OK;
        if (!holds && refusal == null) {
            refusal = otherwise;
        }
        if (all) {
            list.add(new Finding(check, outcome, seen.get(), wanted, holds ? null : otherwise));
        }
        return holds;
    }

    /** Whether there is nothing more to find. */
    boolean ended() {
        return refusal != null && !all;
    }

    /** That of the first check that did not hold; null if all did. */
    Proof.@Nullable Unproven refusal() {
        return refusal;
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}
