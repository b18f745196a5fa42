package dev.understudy.policy;

import java.util.List;

/**
 * Why a request was allowed or denied.
 *
 * @param statements every statement that was looked at, by policy and in order
 */
public record Explanation(
        AccessRequest request,
        PolicySet policies,
        Decision decision,
        List<StatementResult> statements) {
    public Explanation {
        statements = List.copyOf(statements);
    }

    /**
     * The statements that decided: those that deny explicitly, or those that allow; none for an
     * implicit deny.
     */
    public List<StatementResult> deciding() {
        if (decision instanceof Decision.Denied) {
            Decision.Denied denied = (Decision.Denied) decision;
            return denied.explicit() ? matched(Effect.DENY) : List.of();
        }
        return matched(Effect.ALLOW);
    }

    private List<StatementResult> matched(Effect effect) {
        return statements.stream()
                .filter(r -> r.matched() && r.statement().effect() == effect)
                .toList();
    }

    /** Allow statements that one hurdle alone kept from matching. */
    public List<StatementResult> nearMisses() {
        return statements.stream().filter(StatementResult::isNearMiss).toList();
    }

    /** What each type of policy said by itself. */
    public List<KindVerdict> verdicts() {
        return KindVerdict.of(this);
    }

    /** Why, in one line that does not repeat the question. */
    public String reason() {
        return ExplanationText.reasonAndNearMiss(this);
    }

    /** One line, for a log or an assertion. */
    public String oneLine() {
        return ExplanationText.oneLine(this);
    }

    /** Several lines, for a terminal. */
    public String toText() {
        return ExplanationText.text(this);
    }

    /** A JSON object, for machines. */
    public String toJson() {
        return ExplanationJson.json(this);
    }
}
