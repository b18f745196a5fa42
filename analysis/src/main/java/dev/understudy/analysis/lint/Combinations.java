package dev.understudy.analysis.lint;

import java.util.List;

/** UNSUPPORTED_ELEMENT_COMBINATION: an element together with its opposite. */
final class Combinations {
    private Combinations() {}

    static void check(StatementView statement, Findings findings) {
        for (String name : List.of("Action", "Resource", "Principal")) {
            if (statement.has(name) && statement.has("Not" + name)) {
                findings.report(
                        Issue.UNSUPPORTED_ELEMENT_COMBINATION,
                        statement.nameOf("Not" + name),
                        "`" + name + "` and `Not" + name + "` exclude each other",
                        "remove one, or make two statements of it");
            }
        }
    }
}
