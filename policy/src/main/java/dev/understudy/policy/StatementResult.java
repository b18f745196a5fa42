package dev.understudy.policy;

import java.util.List;

/**
 * How one statement fared.
 *
 * @param source the policy it stands in
 * @param mismatches every reason why it did not match; empty if it did
 */
public record StatementResult(PolicySource source, Statement statement, List<Mismatch> mismatches) {
    public StatementResult {
        mismatches = List.copyOf(mismatches);
    }

    /** Whether it matched. */
    public boolean matched() {
        return mismatches.isEmpty();
    }

    /** Whether one hurdle alone, and neither action nor principal, kept an allow from matching. */
    public boolean isNearMiss() {
        return statement.effect() == Effect.ALLOW
                && mismatches.size() == 1
                && (mismatches.get(0) instanceof Mismatch.FailedCondition
                        || mismatches.get(0) instanceof Mismatch.OtherResource
                        || mismatches.get(0) instanceof Mismatch.OtherPrincipal);
    }

    /** Where the statement stands, for people. */
    public String place() {
        String sid =
                statement.sid() == null || statement.sid().isEmpty()
                        ? ""
                        : " (" + statement.sid() + ")";
        return source.name() + " at " + statement.start() + sid;
    }
}
