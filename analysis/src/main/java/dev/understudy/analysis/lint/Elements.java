package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonArray;
import dev.understudy.policy.Json.JsonObject;
import dev.understudy.policy.Json.JsonString;
import dev.understudy.policy.Json.Member;
import dev.understudy.policy.PolicyVocabulary;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** INVALID_POLICY_ELEMENT: names that the policy language has not. */
final class Elements {
    private Elements() {}

    static void check(PolicyView policy, Findings findings) {
        known(policy.top(), PolicyVocabulary.DOCUMENT, findings);
        for (StatementView statement : policy.statements()) {
            findings.in(statement);
            known(statement.json(), PolicyVocabulary.STATEMENT, findings);
        }
    }

    private static void known(JsonObject object, List<String> names, Findings findings) {
        for (Member member : object.members()) {
            if (!names.contains(member.name())) {
                unknown(object, member, names, findings);
            }
        }
    }

    private static void unknown(
            JsonObject object, Member member, List<String> names, Findings findings) {
        Optional<String> meant =
                names.stream()
                        .filter(name -> object.get(name) == null)
                        .filter(name -> isSlip(Words.lower(name), Words.lower(member.name())))
                        .findFirst();
        findings.report(
                Issue.INVALID_POLICY_ELEMENT,
                Span.ofName(member),
                Words.quote(member.name()) + " is no element of a policy",
                meant.map(name -> "write `" + name + '`').orElse("remove it"),
                meant.map(name -> Edits.rename(member, name))
                        .orElseGet(() -> Edits.remove(object, member)));
    }

    private static boolean isSlip(String name, String written) {
        return written.equals(name) || written.equals(name + "s") || name.equals(written + "s");
    }

    /** DATA_TYPE_MISMATCH: a JSON value of the wrong type. */
    static void types(PolicyView policy, Findings findings) {
        string(policy.top(), Set.of("Version", "Id"), findings);
        Json statements = policy.top().get("Statement");
        if (statements != null) {
            for (Json item : StatementView.items(statements)) {
                if (!(item instanceof JsonObject)) {
                    mismatch(item, "a statement", "an object", findings);
                }
            }
        }
        for (StatementView statement : policy.statements()) {
            findings.in(statement);
            string(statement.json(), Set.of("Sid", "Effect"), findings);
            for (String name : List.of("Action", "NotAction", "Resource", "NotResource")) {
                strings(statement.json().get(name), '`' + name + '`', findings);
            }
            principal(statement, findings);
            condition(statement, findings);
        }
    }

    private static void principal(StatementView statement, Findings findings) {
        for (String name : List.of("Principal", "NotPrincipal")) {
            Json value = statement.json().get(name);
            if (value instanceof JsonObject types) {
                for (Member type : types.members()) {
                    strings(type.value(), '`' + name + '`', findings);
                }
            } else if (value != null && !(value instanceof JsonString)) {
                mismatch(value, '`' + name + '`', "`\"*\"` or an object", findings);
            }
        }
    }

    private static void condition(StatementView statement, Findings findings) {
        Json block = statement.json().get("Condition");
        if (block == null) {
            return;
        }
        if (!(block instanceof JsonObject operators)) {
            mismatch(block, "`Condition`", "an object", findings);
            return;
        }
        for (Member operator : operators.members()) {
            if (!(operator.value() instanceof JsonObject)) {
                mismatch(operator.value(), Words.quote(operator.name()), "an object", findings);
            }
        }
        for (ConditionView condition : statement.conditions()) {
            for (Json value : condition.values()) {
                if (!ConditionView.isScalar(value)) {
                    mismatch(
                            value,
                            "a value of " + Words.quote(condition.key()),
                            "a string, a number or a boolean",
                            findings);
                }
            }
        }
    }

    private static void string(JsonObject object, Set<String> names, Findings findings) {
        for (Member member : object.members()) {
            if (names.contains(member.name()) && !(member.value() instanceof JsonString)) {
                mismatch(member.value(), '`' + member.name() + '`', "a string", findings);
            }
        }
    }

    private static void strings(
            @org.jspecify.annotations.Nullable Json value, String what, Findings findings) {
        if (value == null) {
            return;
        }
        boolean list = value instanceof JsonArray;
        for (Json item : StatementView.items(value)) {
            if (!(item instanceof JsonString)) {
                String wanted = list ? "a list of strings" : "a string or a list of strings";
                mismatch(item, what, wanted, findings);
            }
        }
    }

    private static void mismatch(Json value, String what, String wanted, Findings findings) {
        findings.report(
                Issue.DATA_TYPE_MISMATCH,
                Span.of(value),
                what + " is not " + wanted,
                "write " + wanted);
    }
}
