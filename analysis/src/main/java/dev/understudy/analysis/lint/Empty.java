package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.Member;

import java.util.List;

/** EMPTY_ARRAY_* and EMPTY_OBJECT_*: lists that name nothing. */
final class Empty {
    private Empty() {}

    static void check(StatementView statement, Findings findings) {
        for (String name : List.of("Action", "NotAction")) {
            list(statement, name, Issue.EMPTY_ARRAY_ACTION, "actions", findings);
        }
        for (String name : List.of("Resource", "NotResource")) {
            list(statement, name, Issue.EMPTY_ARRAY_RESOURCE, "resources", findings);
        }
        principal(statement, findings);
        condition(statement, findings);
    }

    private static boolean isEmpty(Json value) {
        return value instanceof JsonArray list && list.items().isEmpty();
    }

    private static void list(
            StatementView statement, String name, Issue issue, String what, Findings findings) {
        Json value = statement.json().get(name);
        if (value != null && isEmpty(value)) {
            findings.report(
                    issue,
                    Span.of(value),
                    "the statement names no " + what,
                    "name some, or remove the statement");
        }
    }

    private static void principal(StatementView statement, Findings findings) {
        for (String name : List.of("Principal", "NotPrincipal")) {
            Json value = statement.json().get(name);
            if (value instanceof JsonObject types && types.members().isEmpty()) {
                findings.report(
                        Issue.EMPTY_OBJECT_PRINCIPAL,
                        Span.of(value),
                        "the statement names no principals",
                        "name some, or remove the statement");
            } else if (value instanceof JsonObject types) {
                types.members().stream()
                        .filter(type -> isEmpty(type.value()))
                        .forEach(type ->
                                findings.report(
                                        Issue.EMPTY_ARRAY_PRINCIPAL,
                                        Span.of(type.value()),
                                        "the list of principals is empty",
                                        "name some, or remove the list"));
            }
        }
    }

    private static void condition(StatementView statement, Findings findings) {
        Member block = statement.json().member("Condition");
        if (block == null || !(block.value() instanceof JsonObject operators)) {
            return;
        }
        if (operators.members().isEmpty()) {
            object(block, Edits.remove(statement.json(), block), findings);
        }
        for (Member operator : operators.members()) {
            if (operator.value() instanceof JsonObject keys && keys.members().isEmpty()) {
                boolean alone = operators.members().size() == 1;
                Edit edit =
                        alone
                                ? Edits.remove(statement.json(), block)
                                : Edits.remove(operators, operator);
                object(operator, edit, findings);
            }
        }
        for (ConditionView condition : statement.conditions()) {
            if (isEmpty(condition.keyMember().value())) {
                values(condition, findings);
            }
        }
    }

    private static void object(Member empty, Edit edit, Findings findings) {
        findings.report(
                Issue.EMPTY_OBJECT_CONDITION,
                Span.of(empty.value()),
                Words.quote(empty.name()) + " holds no condition and has no effect",
                "add a condition, or remove it",
                edit);
    }

    private static void values(ConditionView condition, Findings findings) {
        OperatorName operator = condition.operator();
        String key = Words.quote(condition.key());
        Span where = Span.of(condition.keyMember().value());
        String fix = "name values, or ask by `Null` whether the key is there";
        if (operator.qualifier().equals("ForAllValues")) {
            String what = "with no values it is true only where " + key + " is missing or empty";
            findings.report(Issue.EMPTY_ARRAY_CONDITION_FORALLVALUES, where, what, fix);
        } else if (operator.qualifier().equals("ForAnyValue")) {
            String what = "with no values for " + key + " it is never true";
            findings.report(Issue.EMPTY_ARRAY_CONDITION_FORANYVALUE, where, what, fix);
        } else if (operator.ifExists()) {
            String what = "with no values it is true only where " + key + " is missing";
            findings.report(Issue.EMPTY_ARRAY_CONDITION_IFEXISTS, where, what, fix);
        } else {
            String what = "there are no values for " + key;
            findings.report(Issue.EMPTY_ARRAY_CONDITION, where, what, fix);
        }
    }
}
