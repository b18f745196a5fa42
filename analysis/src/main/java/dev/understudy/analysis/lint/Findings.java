package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the checks report on one text. */
final class Findings {
    /** Nobody mends more at once. */
    static final int MOST = 500;

    private final PolicyText text;
    private final List<Finding> found = new ArrayList<>();
    private @Nullable StatementView statement;

    Findings(PolicyText text) {
        this.text = text;
    }

    /** What is reported from now on is about this statement; null: about the document. */
    void in(@Nullable StatementView now) {
        statement = now;
    }

    /** Whether more would be left out, so that looking for it is wasted. */
    boolean isFull() {
        return found.size() == MOST;
    }

    void report(Issue issue, Span where, String message, String fix) {
        report(issue, where, message, fix, null);
    }

    void report(Issue issue, Span where, String message, String fix, @Nullable Edit edit) {
        if (isFull()) {
            return;
        }
        found.add(
                new Finding(
                        issue,
                        message,
                        text.position(where.start()),
                        text.position(where.end()),
                        statement == null ? -1 : statement.index(),
                        statement == null ? null : statement.sid(),
                        fix,
                        edit));
    }

    /** In the order of the text, the worse first where several are about one place. */
    List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(
                Comparator.comparingInt((Finding f) -> f.start().offset())
                        .thenComparing(Finding::issue)
                        .thenComparing(Finding::message));
        return List.copyOf(sorted);
    }
}
