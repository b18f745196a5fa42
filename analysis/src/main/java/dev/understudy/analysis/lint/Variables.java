package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonString;

import java.util.List;

/**
 * Policy variables: MISSING_BRACE_IN_VARIABLE, MISSING_QUOTE_IN_VARIABLE,
 * UNSUPPORTED_SPACE_IN_VARIABLE, EMPTY_VARIABLE, VARIABLE_UNSUPPORTED_IN_ELEMENT,
 * VARIABLE_UNSUPPORTED_IN_VERSION, INVALID_VARIABLE_FOR_OPERATOR.
 */
final class Variables {
    private static final int ARN_COLONS = 5;

    private Variables() {}

    /** The text without its variables. */
    static String without(String text) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int end = text.startsWith("${", i) ? text.indexOf('}', i) : -1;
            if (end >= 0) {
                i = end;
            } else {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    static boolean isUsed(String text) {
        return text.contains("${");
    }

    static void check(StatementView statement, Findings findings) {
        for (JsonString resource : statement.resources()) {
            if (isUsed(resource.value())) {
                supported(statement, resource, findings);
                inResource(resource, findings);
            }
        }
        for (JsonString action : statement.actions()) {
            element(action, "`Action`", findings);
        }
        for (PrincipalView principal : statement.principals()) {
            element(principal.value(), "`Principal`", findings);
        }
        for (ConditionView condition : statement.conditions()) {
            for (Json value : condition.values()) {
                if (value instanceof JsonString text && isUsed(text.value())) {
                    supported(statement, text, findings);
                    inCondition(condition, text, findings);
                }
            }
        }
    }

    private static void element(JsonString value, String element, Findings findings) {
        if (isUsed(value.value())) {
            findings.report(
                    Issue.VARIABLE_UNSUPPORTED_IN_ELEMENT,
                    Span.of(value),
                    element
                            + " has no policy variables, so that "
                            + Words.quote(value.value())
                            + " is taken literally",
                    "use variables in `Resource` and in condition values only");
        }
    }

    private static void supported(StatementView statement, JsonString value, Findings findings) {
        if (!statement.policy().hasVariables()) {
            findings.report(
                    Issue.VARIABLE_UNSUPPORTED_IN_VERSION,
                    Span.of(value),
                    "the policy's version has no variables, so that "
                            + Words.quote(value.value())
                            + " is taken literally",
                    "set `Version` to `2012-10-17`",
                    version(statement));
        } else {
            form(value, findings);
        }
    }

    private static @org.jspecify.annotations.Nullable Edit version(StatementView statement) {
        Json version = statement.policy().top().get("Version");
        return version == null ? null : Edits.replace(version, "2012-10-17");
    }

    private static void inResource(JsonString value, Findings findings) {
        String text = value.value();
        ArnText arn = ArnText.of(text);
        int parts = Math.min(arn.parts().size(), ARN_COLONS);
        List<String> head = arn.parts().subList(0, parts);
        if (text.startsWith("arn:") && head.stream().anyMatch(Variables::isUsed)) {
            findings.report(
                    Issue.VARIABLE_UNSUPPORTED_IN_ELEMENT,
                    Span.of(value),
                    "before an ARN's fifth colon variables are taken literally",
                    "write the value, or `*`");
        }
    }

    private static void inCondition(ConditionView condition, JsonString value, Findings findings) {
        OperatorName operator = condition.operator();
        boolean replaced =
                operator.isString() || operator.isArn() || operator.base().equals("Bool");
        if (operator.known() && !replaced) {
            findings.report(
                    Issue.INVALID_VARIABLE_FOR_OPERATOR,
                    Span.of(value),
                    Words.quote(operator.text()) + " knows no policy variables",
                    "write the value, or use a `String` or `Arn` operator");
        }
    }

    private static void form(JsonString value, Findings findings) {
        String text = value.value();
        int at = text.indexOf("${");
        while (at >= 0) {
            int end = text.indexOf('}', at);
            if (end < 0) {
                report(
                        Issue.MISSING_BRACE_IN_VARIABLE,
                        value,
                        "a variable does not end: `}` is missing",
                        "close it",
                        findings);
                return;
            }
            inside(text.substring(at + 2, end), value, findings);
            at = text.indexOf("${", end);
        }
    }

    private static void inside(String inside, JsonString value, Findings findings) {
        int comma = inside.indexOf(',');
        String name = comma < 0 ? inside : inside.substring(0, comma);
        String fallback = comma < 0 ? "''" : inside.substring(comma + 1).strip();
        boolean quoted =
                fallback.length() >= 2 && fallback.startsWith("'") && fallback.endsWith("'");
        if (inside.isBlank()) {
            report(
                    Issue.EMPTY_VARIABLE,
                    value,
                    "`${}` names no variable",
                    "name one, or remove it",
                    findings);
        } else if (name.chars().anyMatch(Character::isWhitespace)) {
            report(
                    Issue.UNSUPPORTED_SPACE_IN_VARIABLE,
                    value,
                    "a variable's name holds no spaces: " + Words.quote(name),
                    "remove them",
                    findings);
        } else if (!quoted) {
            report(
                    Issue.MISSING_QUOTE_IN_VARIABLE,
                    value,
                    "a variable's default stands in single quotes: " + Words.quote(fallback),
                    "put quotes around it",
                    findings);
        }
    }

    private static void report(
            Issue issue, JsonString value, String message, String fix, Findings findings) {
        findings.report(issue, Span.of(value), message, fix);
    }
}
