package dev.understudy.analysis.lint;

/** Looks for one kind of mistake, or for a few that are one. */
sealed interface Check {
    /** Sees the whole policy. */
    @FunctionalInterface
    non-sealed interface OfPolicy extends Check {
        void check(PolicyView policy, Findings findings);
    }

    /** Sees one statement after the other. */
    @FunctionalInterface
    non-sealed interface OfStatement extends Check {
        void check(StatementView statement, Findings findings);
    }

    /** Sees one condition after the other; its operator may be unknown. */
    @FunctionalInterface
    non-sealed interface OfCondition extends Check {
        void check(ConditionView condition, Findings findings);
    }

    /** Does it. */
    static void run(Check check, PolicyView policy, Findings findings) {
        findings.in(null);
        switch (check) {
            case OfPolicy whole -> whole.check(policy, findings);
            case OfStatement each ->
                    policy.statements()
                            .forEach(statement -> {
                                findings.in(statement);
                                each.check(statement, findings);
                            });
            case OfCondition each ->
                    policy.statements()
                            .forEach(statement -> {
                                findings.in(statement);
                                statement
                                        .conditions()
                                        .forEach(condition -> each.check(condition, findings));
                            });
        }
    }
}
