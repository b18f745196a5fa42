package dev.understudy.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches the smallest sets of changes that would deny what is allowed: another value of a key, or
 * without the statements of one type of policy that allow. Each is decided again.
 */
final class Withdrawals {
    private static final int MOST_STATEMENTS = 8;

    private final Explanation explanation;
    private final Statements statements;
    private final List<Proposal> found = new ArrayList<>();

    private Withdrawals(Explanation explanation, Statements statements) {
        this.explanation = explanation;
        this.statements = statements;
    }

    static List<Proposal> of(Explanation explanation, Statements statements) {
        List<StatementResult> deciding = explanation.deciding();
        if (deciding.size() > MOST_STATEMENTS) {
            return List.of();
        }
        Withdrawals withdrawals = new Withdrawals(explanation, statements);
        RequestContext context = explanation.request().context();
        for (StatementResult result : deciding) {
            for (Condition condition : result.statement().conditions()) {
                KeyChanges.of(condition, context, false)
                        .forEach(change -> withdrawals.attempt(List.of(change)));
            }
        }
        withdrawals.removals(deciding).values().forEach(withdrawals::attempt);
        return withdrawals.fewest();
    }

    private Map<PolicyKind, List<Change>> removals(List<StatementResult> deciding) {
        Map<PolicyKind, List<Change>> removals = new LinkedHashMap<>();
        for (StatementResult result : deciding) {
            PolicySource source = result.source();
            int index = statements.of(source).indexOf(result.statement());
            List<Change> changes =
                    removals.computeIfAbsent(source.kind(), none -> new ArrayList<>());
            Change removal = new Change.StatementRemoved(source, index);
            if (!changes.contains(removal)) {
                changes.add(removal);
            }
        }
        return removals;
    }

    private void attempt(List<Change> changes) {
        ChangedWorld world = world(changes);
        if (!world.decide().allowed() && isLeast(changes)) {
            found.add(new Proposal(changes, world.request(), world.policies()));
        }
    }

    private boolean isLeast(List<Change> changes) {
        for (int i = 0; i < changes.size() && changes.size() > 1; i++) {
            List<Change> fewer = new ArrayList<>(changes);
            fewer.remove(i);
            if (!world(fewer).decide().allowed()) {
                return false;
            }
        }
        return true;
    }

    private ChangedWorld world(List<Change> changes) {
        return ChangedWorld.of(explanation.request(), explanation.policies(), changes, statements);
    }

    private List<Proposal> fewest() {
        int fewest = found.stream().mapToInt(p -> p.changes().size()).min().orElse(0);
        return found.stream()
                .filter(proposal -> proposal.changes().size() == fewest)
                .distinct()
                .limit(Proposals.MOST)
                .toList();
    }
}
