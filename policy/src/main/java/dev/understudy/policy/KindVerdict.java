package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one type of policy said.
 *
 * @param verdict what it comes to
 * @param documents how many documents of the type apply
 */
public record KindVerdict(PolicyKind kind, Verdict verdict, int documents) {
    /** What a type of policy can say. */
    public enum Verdict {
        /** A statement denies. */
        DENIES("denies explicitly"),
        /** A statement allows, and none denies. */
        ALLOWS("allows"),
        /** No statement matches. */
        SILENT("says nothing");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    static List<KindVerdict> of(Explanation explanation) {
        List<KindVerdict> verdicts = new ArrayList<>();
        for (PolicyKind kind : PolicyKind.values()) {
            List<PolicySource> sources = Explainer.sources(explanation.policies(), kind);
            if (!sources.isEmpty()) {
                verdicts.add(
                        new KindVerdict(kind, verdict(explanation, kind, sources), sources.size()));
            }
        }
        return verdicts;
    }

    private static Verdict verdict(
            Explanation explanation, PolicyKind kind, List<PolicySource> sources) {
        boolean unreadable = sources.stream().anyMatch(source -> source.document().isUnreadable());
        if (unreadable
                || any(explanation, kind, result -> result.statement().effect() == Effect.DENY)) {
            return Verdict.DENIES;
        }
        return any(explanation, kind, result -> true) ? Verdict.ALLOWS : Verdict.SILENT;
    }

    private static boolean any(
            Explanation explanation, PolicyKind kind, Predicate<StatementResult> test) {
        return explanation.statements().stream()
                .anyMatch(result ->
                        result.source().kind() == kind && result.matched() && test.test(result));
    }
}
