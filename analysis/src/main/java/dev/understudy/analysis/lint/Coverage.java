package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonString;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether one statement applies wherever another does. It says so only if it is certain. It works
 * within a budget, because hostile texts could make it compare for hours; once that is spent it is
 * certain of nothing.
 */
final class Coverage {
    private static final long BUDGET = 20_000_000;

    private final boolean variables;
    private long spent;

    Coverage(PolicyView policy) {
        this.variables = policy.hasVariables();
    }

    /** Whether answers can no longer be relied on. */
    boolean isSpent() {
        return spent > BUDGET;
    }

    boolean covers(StatementView wide, StatementView narrow) {
        return actions(wide, narrow)
                && resources(wide, narrow)
                && principals(wide, narrow)
                && conditions(wide, narrow);
    }

    boolean action(String wide, String narrow) {
        spent += cost(wide, narrow);
        return !isSpent() && Subsumption.covers(Words.ascii(wide), Words.ascii(narrow));
    }

    boolean resource(String wide, String narrow) {
        spent += cost(wide, narrow);
        return !isSpent() && Subsumption.coversResource(wide, narrow, variables);
    }

    /** Most pairs differ at once; those with several stars can take the product. */
    private static long cost(String wide, String narrow) {
        boolean costly = wide.indexOf('*') != wide.lastIndexOf('*');
        return costly ? 1 + (long) wide.length() * narrow.length() / 8 : 1 + narrow.length();
    }

    private boolean actions(StatementView wide, StatementView narrow) {
        List<String> wideTexts = texts(wide.actions());
        List<String> narrowTexts = texts(narrow.actions());
        if (wide.notAction()) {
            return narrow.notAction() && all(wideTexts, narrowTexts, this::action);
        }
        return narrow.notAction()
                ? wideTexts.contains("*")
                : all(narrowTexts, wideTexts, this::action);
    }

    private boolean resources(StatementView wide, StatementView narrow) {
        boolean none = !wide.has("Resource") && !wide.notResource();
        if (none || (!narrow.has("Resource") && !narrow.notResource())) {
            return none && !narrow.has("Resource") && !narrow.notResource();
        }
        List<String> wideTexts = texts(wide.resources());
        List<String> narrowTexts = texts(narrow.resources());
        if (wide.notResource()) {
            return narrow.notResource()
                    && new HashSet<>(wideTexts).equals(new HashSet<>(narrowTexts));
        }
        return narrow.notResource()
                ? wideTexts.stream().anyMatch(Resources::isEverything)
                : all(narrowTexts, wideTexts, this::resource);
    }

    @FunctionalInterface
    private interface Covering {
        boolean covers(String wide, String narrow);
    }

    /** Whether each of the narrow ones has one that covers it. */
    private static boolean all(List<String> narrow, List<String> wide, Covering covering) {
        return narrow.stream()
                .allMatch(one -> wide.stream().anyMatch(other -> covering.covers(other, one)));
    }

    private static List<String> texts(List<JsonString> values) {
        return values.stream().map(JsonString::value).toList();
    }

    private static boolean principals(StatementView wide, StatementView narrow) {
        if (wide.namesPrincipalNot() || narrow.namesPrincipalNot()) {
            return wide.namesPrincipalNot()
                    && narrow.namesPrincipalNot()
                    && names(wide).equals(names(narrow));
        }
        if (!wide.has("Principal") || !narrow.has("Principal")) {
            return wide.has("Principal") == narrow.has("Principal");
        }
        boolean everyone = wide.principals().stream().anyMatch(PrincipalView::isEveryone);
        return everyone || names(wide).containsAll(names(narrow));
    }

    private static Set<String> names(StatementView statement) {
        Set<String> names = new HashSet<>();
        for (PrincipalView principal : statement.principals()) {
            String type = principal.isEveryone() ? "AWS" : principal.type();
            names.add(type + ' ' + principal.text());
        }
        return names;
    }

    /** Whoever asks for less applies more often. */
    private static boolean conditions(StatementView wide, StatementView narrow) {
        return asked(narrow).containsAll(asked(wide));
    }

    private record Asked(String operator, String lowerKey, Set<String> values) {}

    private static Set<Asked> asked(StatementView statement) {
        Set<Asked> asked = new HashSet<>();
        for (ConditionView condition : statement.conditions()) {
            Set<String> values = new HashSet<>();
            for (Json value : condition.values()) {
                values.add(ConditionView.text(value));
            }
            asked.add(new Asked(condition.operator().text(), condition.lowerKey(), values));
        }
        return asked;
    }
}
