package dev.understudy.analysis.lint;

import dev.understudy.policy.Json.JsonString;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What could go without changing any decision: REDUNDANT_ACTION, REDUNDANT_RESOURCE,
 * REDUNDANT_STATEMENT, UNREACHABLE_STATEMENT. Of two that are alike the later is reported, so that
 * all that is reported can go at once.
 */
final class Redundancy {
    private static final int MOST_STATEMENTS = 300;

    private Redundancy() {}

    @FunctionalInterface
    private interface Covering {
        boolean covers(String wide, String narrow);
    }

    static void actions(StatementView statement, Findings findings) {
        Coverage coverage = new Coverage(statement.policy());
        String name = statement.notAction() ? "NotAction" : "Action";
        for (Pair pair : pairs(statement.actions(), coverage::action, coverage)) {
            report(Issue.REDUNDANT_ACTION, statement, name, pair, findings);
        }
    }

    /**
     * In a NotResource a variable without a value excludes nobody knows what, so none is taken out.
     */
    static void resources(StatementView statement, Findings findings) {
        Coverage coverage = new Coverage(statement.policy());
        String name = statement.notResource() ? "NotResource" : "Resource";
        List<JsonString> values = statement.resources();
        boolean unclear =
                statement.notResource()
                        && values.stream().anyMatch(v -> Variables.isUsed(v.value()));
        if (!unclear) {
            for (Pair pair : pairs(values, coverage::resource, coverage)) {
                report(Issue.REDUNDANT_RESOURCE, statement, name, pair, findings);
            }
        }
    }

    private record Pair(JsonString wide, JsonString narrow) {}

    private static List<Pair> pairs(List<JsonString> values, Covering covering, Coverage coverage) {
        List<Pair> pairs = new ArrayList<>();
        List<Integer> wild = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (Words.hasWildcard(values.get(i).value())) {
                wild.add(i);
            }
        }
        for (int i = 0; i < values.size(); i++) {
            JsonString narrow = values.get(i);
            if (pairs.size() == Findings.MOST || coverage.isSpent()) {
                break;
            }
            if (!seen.add(narrow.value())) {
                pairs.add(new Pair(narrow, narrow));
            } else {
                for (int w : wild) {
                    JsonString wide = values.get(w);
                    boolean other = w != i && covering.covers(wide.value(), narrow.value());
                    if (other && (w < i || !covering.covers(narrow.value(), wide.value()))) {
                        pairs.add(new Pair(wide, narrow));
                        break;
                    }
                }
            }
        }
        return coverage.isSpent() ? List.of() : pairs;
    }

    private static void report(
            Issue issue, StatementView statement, String element, Pair pair, Findings findings) {
        String narrow = Words.quote(pair.narrow().value());
        String what =
                pair.wide().value().equals(pair.narrow().value())
                        ? narrow + " is there twice"
                        : Words.quote(pair.wide().value()) + " covers " + narrow;
        findings.report(
                issue,
                Span.of(pair.narrow()),
                what,
                "remove it",
                Edits.remove(statement.json().get(element), pair.narrow()));
    }

    static void statements(PolicyView policy, Findings findings) {
        List<StatementView> all = policy.statements();
        if (all.size() > MOST_STATEMENTS) {
            return;
        }
        Coverage coverage = new Coverage(policy);
        List<Runnable> reports = new ArrayList<>();
        for (StatementView statement : all) {
            StatementView denies = null;
            StatementView covers = null;
            for (StatementView other : isWhole(statement) ? all : List.<StatementView>of()) {
                if (other != statement && isWhole(other)) {
                    denies = denies == null && shadows(other, statement, coverage) ? other : denies;
                    covers =
                            covers == null && replaces(other, statement, coverage) ? other : covers;
                }
            }
            StatementView shadow = denies;
            StatementView cover = covers;
            if (shadow != null) {
                reports.add(() -> unreachable(statement, shadow, findings));
            } else if (cover != null) {
                reports.add(() -> redundant(statement, cover, findings));
            }
        }
        if (!coverage.isSpent()) {
            reports.forEach(Runnable::run);
        }
    }

    /** What names nothing is reported as that, and what is broken is not compared. */
    private static boolean isWhole(StatementView statement) {
        return !statement.actions().isEmpty()
                && (statement.allows() || statement.denies())
                && statement.conditions().stream()
                        .allMatch(condition -> condition.operator().known());
    }

    private static boolean shadows(StatementView deny, StatementView allow, Coverage coverage) {
        return deny.denies()
                && allow.allows()
                && deny.conditions().isEmpty()
                && coverage.covers(deny, allow);
    }

    private static boolean replaces(StatementView wide, StatementView narrow, Coverage coverage) {
        return wide.allows() == narrow.allows()
                && coverage.covers(wide, narrow)
                && (wide.index() < narrow.index() || !coverage.covers(narrow, wide));
    }

    private static void unreachable(
            StatementView statement, StatementView deny, Findings findings) {
        report(
                Issue.UNREACHABLE_STATEMENT,
                statement,
                "statement " + name(deny) + " denies all that this one allows, without a condition",
                "remove one of them",
                findings);
    }

    private static void redundant(StatementView statement, StatementView other, Findings findings) {
        report(
                Issue.REDUNDANT_STATEMENT,
                statement,
                "statement " + name(other) + " covers all that this one does",
                "remove this one",
                findings);
    }

    private static String name(StatementView statement) {
        String sid = statement.sid();
        return sid == null || sid.isEmpty()
                ? "number " + (statement.index() + 1)
                : Words.quote(sid);
    }

    private static void report(
            Issue issue, StatementView statement, String what, String fix, Findings findings) {
        findings.in(statement);
        boolean certain = issue == Issue.REDUNDANT_STATEMENT;
        findings.report(
                issue,
                statement.opening(),
                what,
                fix,
                certain
                        ? Edits.remove(statement.policy().top().get("Statement"), statement.json())
                        : null);
    }
}
