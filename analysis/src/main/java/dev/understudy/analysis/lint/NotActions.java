package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyKind;

/** ALLOW_WITH_NOT_ACTION, where statements grant; what limits must allow the rest somehow. */
final class NotActions {
    private NotActions() {}

    static void check(StatementView statement, Findings findings) {
        PolicyKind kind = statement.policy().kind();
        boolean grants =
                kind == PolicyKind.IDENTITY
                        || kind == PolicyKind.RESOURCE
                        || kind == PolicyKind.TRUST;
        if (grants && statement.allows() && statement.notAction()) {
            findings.report(
                    Issue.ALLOW_WITH_NOT_ACTION,
                    statement.nameOf("NotAction"),
                    "`Allow` with `NotAction` allows every action of every service but these, also"
                            + " those to come",
                    "list in `Action` what to allow, or deny these in a statement of their own");
        }
    }
}
