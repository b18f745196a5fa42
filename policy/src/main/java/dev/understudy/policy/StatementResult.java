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

    /** Where the statement stands, for people: document, line and column, and Sid. */
    public String place() {
        String sid =
                statement.sid() == null || statement.sid().isEmpty()
                        ? ""
                        : " (" + statement.sid() + ")";
        return source.name() + " at " + statement.start() + sid;
    }
}
