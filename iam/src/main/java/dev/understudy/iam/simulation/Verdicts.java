package dev.understudy.iam.simulation;

import dev.understudy.policy.Decision;

/** AWS's words for a decision. */
final class Verdicts {
    private Verdicts() {}

    static String text(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> "allowed";
            case Decision.Denied denied -> denied.explicit() ? "explicitDeny" : "implicitDeny";
        };
    }
}
