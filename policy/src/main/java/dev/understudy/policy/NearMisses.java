package dev.understudy.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks the statements that nearly allowed: of the types of policy that did not allow, those with
 * few hurdles, the fewest first. Another action is no near miss, unless it is nearly the same one.
 */
final class NearMisses {
    /** More than anybody reads. */
    static final int MOST = 10;

    private static final int MOST_HURDLES = 3;

    /** So that thousands of statements about other actions do not cost a comparison of each. */
    private static final int MOST_COMPARED = 2_000;

    private final AccessRequest request;
    private int compared;

    private NearMisses(AccessRequest request) {
        this.request = request;
    }

    static List<NearMiss> of(Explanation explanation) {
        NearMisses misses = new NearMisses(explanation.request());
        Set<PolicySource> wanting = wanting(explanation);
        List<StatementResult> near = new ArrayList<>();
        for (StatementResult result : explanation.statements()) {
            if (wanting.contains(result.source()) && misses.isNear(result)) {
                near.add(result);
            }
        }
        near.sort(Comparator.comparingInt(NearMisses::distance));
        return near.stream().limit(MOST).map(misses::explained).toList();
    }

    /** The policies whose allow is missing. */
    private static Set<PolicySource> wanting(Explanation explanation) {
        Set<PolicySource> allowing = new HashSet<>();
        for (StatementResult result : explanation.statements()) {
            if (result.matched() && result.statement().effect() == Effect.ALLOW) {
                allowing.add(result.source());
            }
        }
        Set<PolicySource> wanting = new HashSet<>();
        for (KindVerdict verdict : explanation.verdicts()) {
            List<PolicySource> sources = sources(explanation.policies(), verdict);
            boolean denies = verdict.verdict() == KindVerdict.Verdict.DENIES;
            if (verdict.verdict() != KindVerdict.Verdict.ALLOWS
                    && !(denies && sources.stream().anyMatch(allowing::contains))) {
                wanting.addAll(sources);
            }
        }
        return wanting;
    }

    private static List<PolicySource> sources(PolicySet policies, KindVerdict verdict) {
        if (verdict.level() > 0) {
            return levels(policies, verdict.kind()).get(verdict.level() - 1);
        }
        return Explainer.sources(policies).stream()
                .filter(source -> source.kind() == verdict.kind())
                .toList();
    }

    private static List<List<PolicySource>> levels(PolicySet policies, PolicyKind kind) {
        return kind == PolicyKind.SERVICE_CONTROL
                ? policies.serviceControl()
                : policies.resourceControl();
    }

    private boolean isNear(StatementResult result) {
        int hurdles = result.mismatches().size();
        if (result.statement().effect() != Effect.ALLOW || hurdles == 0 || hurdles > MOST_HURDLES) {
            return false;
        }
        for (Mismatch mismatch : result.mismatches()) {
            if (mismatch instanceof Mismatch.OtherAction
                    && (compared++ >= MOST_COMPARED
                            || Hints.of(request, result.source(), mismatch) == null)) {
                return false;
            }
        }
        return true;
    }

    /** The fewest hurdles first; of as many, conditions before resources before principals. */
    private static int distance(StatementResult result) {
        int distance = 0;
        for (Mismatch mismatch : result.mismatches()) {
            distance += 100;
            distance += mismatch instanceof Mismatch.OtherResource ? 10 : 0;
            distance += mismatch instanceof Mismatch.OtherPrincipal ? 20 : 0;
        }
        return distance;
    }

    private NearMiss explained(StatementResult result) {
        List<Hurdle> hurdles = new ArrayList<>();
        for (Mismatch mismatch : result.mismatches()) {
            hurdles.add(new Hurdle(mismatch, Hints.of(request, result.source(), mismatch)));
        }
        return new NearMiss(result, hurdles);
    }
}
