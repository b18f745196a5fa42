package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a request was allowed or denied. Made of what was decided and of nothing else: the parts are
 * worked out when they are asked for, so that an explanation nobody reads costs a reference.
 * Immutable, and safe to share between threads.
 *
 * <p>The amount of work is bounded. Deciding statements, verdicts and near misses look at every
 * statement once; {@link #changes()} decides again up to 300 times, and less often the longer the
 * policies are. What is shown is bounded too: ten near misses, six proposals.
 *
 * <p>{@link #toJson()} is an object with these members. They are stable: members may be added, none
 * changes its meaning. Absent is what has no value.
 *
 * <ul>
 *   <li>{@code verdict}: {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
 *   <li>{@code summary}: {@link #oneLine()}
 *   <li>{@code principal}, {@code action}, {@code resource}, {@code resourceAccount}: the question
 *   <li>{@code policyType}, {@code reason}: of a denial, the type of policy that AWS names, and its
 *       words
 *   <li>{@code policyTypes}: a list of {@code type} ({@code identity}, {@code resource}, {@code
 *       trust}, {@code boundary}, {@code session}, {@code service control}, {@code resource
 *       control}, {@code vpc endpoint}), {@code says} (words), {@code verdict} ({@link
 *       KindVerdict.Verdict}), {@code documents} (how many), {@code level} (from 1, of control
 *       policies that say nothing)
 *   <li>{@code deciding}: the statements that decided; each has {@code policy}, {@code type},
 *       {@code sid}, {@code effect}, {@code line} and {@code column} of its opening brace, from 1,
 *       and {@code text}
 *   <li>{@code nearMisses}: the same, with {@code words} and {@code hurdles}, a list of {@code
 *       about} ({@code principal}, {@code action}, {@code resource}, {@code condition}), {@code
 *       text}, of a condition also {@code operator}, {@code key}, {@code wanted}, {@code actual};
 *       and {@code clue} ({@link Clue#code()}) and {@code hint} (words)
 *   <li>{@code proposals}: a list of {@code text} and {@code changes}; each change has {@code
 *       change} ({@link Change#code()}), {@code text}, and of keys {@code key}, {@code values},
 *       {@code rule}; of statements {@code type}, {@code policy}, {@code level}, {@code line},
 *       {@code column}, {@code statement} (the new one's text)
 *   <li>{@code context}: the condition keys, sorted, each with its list of values
 * </ul>
 */
public final class Explanation {
    private final AccessRequest request;
    private final PolicySet policies;
    private final Decision decision;
    private final Statements read = new Statements();
    private final Explainer explainer;
    private volatile @Nullable List<StatementResult> statements;
    private volatile @Nullable List<Proposal> changes;

    Explanation(AccessRequest request, PolicySet policies, Decision decision) {
        this.request = request;
        this.policies = policies;
        this.decision = decision;
        this.explainer = new Explainer(request, policies, read);
    }

    /** What was asked. */
    public AccessRequest request() {
        return request;
    }

    /** What was asked of. */
    public PolicySet policies() {
        return policies;
    }

    /** The answer. */
    public Decision decision() {
        return decision;
    }

    /** Every statement that applies, by policy and in order. */
    public List<StatementResult> statements() {
        List<StatementResult> known = statements;
        if (known == null) {
            known = List.copyOf(explainer.all());
            statements = known;
        }
        return known;
    }

    /**
     * The statements that decided: those that deny explicitly, or those that allow; none for an
     * implicit deny.
     */
    public List<StatementResult> deciding() {
        if (decision instanceof Decision.Denied) {
            boolean explicit = ((Decision.Denied) decision).explicit();
            return explicit ? explainer.matching(Effect.DENY) : List.of();
        }
        return explainer.matching(Effect.ALLOW);
    }

    /** Statements that nearly allowed, the nearest first; none if it is allowed. */
    public List<NearMiss> nearMisses() {
        return decision.allowed() ? List.of() : NearMisses.of(this);
    }

    /** Every condition of one of {@link #statements()}, those that hold as well. */
    public List<ConditionResult> conditions(StatementResult result) {
        List<ConditionResult> conditions = new ArrayList<>();
        for (Condition condition : result.statement().conditions()) {
            List<String> actual = request.context().values(condition.key());
            boolean holds = condition.matches(request.context());
            Mismatch failed =
                    new Mismatch.FailedCondition(
                            condition.operator(), condition.key(), condition.wanted(), actual);
            conditions.add(
                    new ConditionResult(
                            condition.operator(),
                            condition.key(),
                            condition.wanted(),
                            actual,
                            holds,
                            holds ? null : Hints.of(request, result.source(), failed)));
        }
        return List.copyOf(conditions);
    }

    /** Why one of {@link #statements()} did not match, with what is probably wrong. */
    public List<Hurdle> hurdles(StatementResult result) {
        List<Hurdle> hurdles = new ArrayList<>();
        for (Mismatch mismatch : result.mismatches()) {
            hurdles.add(new Hurdle(mismatch, Hints.of(request, result.source(), mismatch)));
        }
        return List.copyOf(hurdles);
    }

    /** What each type of policy said by itself. */
    public List<KindVerdict> verdicts() {
        return KindVerdict.of(request, policies, explainer);
    }

    /**
     * The smallest changes that would turn the decision, the best first: each was decided again,
     * and none has a part that could be left out. Empty if none was found.
     */
    public List<Proposal> changes() {
        List<Proposal> known = changes;
        if (known == null) {
            known =
                    decision.allowed()
                            ? Withdrawals.of(this, read)
                            : Proposals.toAllow(request, policies, read);
            changes = known;
        }
        return known;
    }

    /**
     * The decision in one line, by itself: for logs that many refusals fill. It looks at no
     * statement, so that it costs no more than its characters.
     */
    public static String headline(AccessRequest request, Decision decision) {
        return ExplanationLine.headline(request, decision);
    }

    /** Why, in one line that does not repeat the question. */
    public String reason() {
        return ExplanationLine.reasonAndNearMiss(this);
    }

    /** One line, for a log. Without {@link #changes()}, which cost more than a log line may. */
    public String oneLine() {
        return ExplanationLine.line(this);
    }

    /** One line, for the message of a failed assertion: with the best of {@link #changes()}. */
    public String toAssertion() {
        return ExplanationLine.assertion(this);
    }

    /** Several lines, without colour. */
    public String toText() {
        return toText(TextStyle.PLAIN);
    }

    /** Several lines, for a terminal. */
    public String toText(TextStyle style) {
        return new ExplanationText(this, style).text();
    }

    /** A JSON object, for machines. */
    public String toJson() {
        return ExplanationJson.json(this);
    }

    @Override
    public String toString() {
        return oneLine();
    }
}
