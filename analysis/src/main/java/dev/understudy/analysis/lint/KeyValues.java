package dev.understudy.analysis.lint;

import dev.understudy.policy.ConditionOperators;
import dev.understudy.policy.Json;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values that the operator cannot compare, or not as was meant: TYPE_MISMATCH_*,
 * INVALID_DATE_VALUE, WILDCARD_WITHOUT_LIKE_OPERATOR, INVALID_CONDITION_DATA_TYPE,
 * INVALID_CONDITION_MULTIPLE_BOOLEAN, INVALID_VPC_FORMAT, INVALID_VPCE_FORMAT,
 * WILDCARD_USAGE_TOO_PERMISSIVE, EQUIVALENT_TO_NULL_FALSE.
 */
final class KeyValues {
    private static final Pattern EPOCH = Pattern.compile("[0-9]{5,}");
    private static final Map<String, Pattern> IDS =
            Map.of(
                    "aws:sourcevpc", Pattern.compile("vpc-([0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})"),
                    "aws:sourcevpce", Pattern.compile("vpce-([0-9a-zA-Z]{8}|[0-9a-zA-Z]{17})"));

    /** AWS calls these sensitive: a pattern of theirs fits what others own. */
    private static final Set<String> SENSITIVE =
            Set.of(
                    "aws:principalaccount",
                    "aws:principalorgid",
                    "aws:resourceaccount",
                    "aws:resourceorgid",
                    "aws:sourceaccount",
                    "aws:sourceorgid",
                    "aws:sourcevpc",
                    "aws:sourcevpce",
                    "aws:vpceaccount",
                    "aws:vpceorgid");

    private KeyValues() {}

    static void form(ConditionView condition, Findings findings) {
        OperatorName operator = condition.operator();
        for (Json value : condition.values()) {
            String text = ConditionView.text(value);
            if (!operator.known() || !ConditionView.isScalar(value) || text.contains("${")) {
                continue;
            }
            if (operator.base().equals("Bool") || operator.isNull()) {
                bool(condition, value, text, findings);
            } else if (!ConditionOperators.accepts(operator.base(), text)) {
                unreadable(condition, value, text, findings);
            } else if (operator.isDate() && EPOCH.matcher(text).matches()) {
                findings.report(
                        Issue.INVALID_DATE_VALUE,
                        Span.of(value),
                        Words.quote(text) + " is read as seconds since 1970",
                        "write the date as YYYY-MM-DDThh:mm:ssZ");
            }
        }
    }

    private static void bool(ConditionView condition, Json value, String text, Findings findings) {
        String lower = Words.lower(text);
        if (!lower.equals("true") && !lower.equals("false")) {
            findings.report(
                    Issue.TYPE_MISMATCH_BOOLEAN,
                    Span.of(value),
                    Words.quote(text)
                            + " is no boolean, which "
                            + Words.quote(condition.operator().text())
                            + " compares",
                    "write `true` or `false`");
        }
    }

    private static void unreadable(
            ConditionView condition, Json value, String text, Findings findings) {
        OperatorName operator = condition.operator();
        if (operator.isDate()) {
            mismatch(
                    Issue.TYPE_MISMATCH_DATE,
                    value,
                    text,
                    "date",
                    "write it as YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ",
                    findings);
        } else if (operator.isNumeric()) {
            mismatch(Issue.TYPE_MISMATCH_NUMBER, value, text, "number", "write digits", findings);
        } else if (operator.isIp()) {
            mismatch(
                    Issue.TYPE_MISMATCH_IP_RANGE,
                    value,
                    text,
                    "range of addresses",
                    "write it as 203.0.113.0/24 or 2001:db8::/32",
                    findings);
        } else if (operator.base().equals("BinaryEquals")) {
            mismatch(
                    Issue.TYPE_MISMATCH_STRING,
                    value,
                    text,
                    "base64",
                    "encode the bytes in base64",
                    findings);
        }
    }

    private static void mismatch(
            Issue issue, Json value, String text, String what, String fix, Findings findings) {
        findings.report(
                issue,
                Span.of(value),
                Words.quote(text) + " is no " + what + ", so that nothing matches it",
                fix);
    }

    static void wildcards(ConditionView condition, Findings findings) {
        OperatorName operator = condition.operator();
        boolean likes = operator.isLike() && operator.known();
        boolean literal = operator.known() && operator.isString() && !operator.isLike();
        for (Json value : condition.values()) {
            String text = Variables.without(ConditionView.text(value));
            if (literal && Words.hasWildcard(text)) {
                String base = operator.base().replace("Equals", "Like");
                boolean possible = !operator.base().endsWith("IgnoreCase");
                findings.report(
                        Issue.WILDCARD_WITHOUT_LIKE_OPERATOR,
                        Span.of(value),
                        Words.quote(operator.text()) + " takes `*` and `?` literally",
                        possible
                                ? "use `" + operator.with(base) + '`'
                                : "write the value without wildcards",
                        possible ? Operators.rename(condition, operator.with(base)) : null);
            } else if (likes
                    && SENSITIVE.contains(condition.lowerKey())
                    && Words.hasWildcard(text)) {
                findings.report(
                        Issue.WILDCARD_USAGE_TOO_PERMISSIVE,
                        Span.of(value),
                        Words.quote(condition.key())
                                + " must not be compared with a wildcard: others can own what"
                                + " matches",
                        "name each value");
            }
        }
        always(condition, findings);
    }

    private static void always(ConditionView condition, Findings findings) {
        OperatorName operator = condition.operator();
        boolean plain =
                operator.isLike() && !operator.isArn() && !operator.negated() && operator.known();
        boolean anything = condition.texts().stream().anyMatch(text -> text.equals("*"));
        if (plain
                && anything
                && operator.qualifier().isEmpty()
                && !operator.ifExists()
                && !SENSITIVE.contains(condition.lowerKey())) {
            findings.report(
                    Issue.EQUIVALENT_TO_NULL_FALSE,
                    condition.keySpan(),
                    "every value matches `*`, so that this asks only whether "
                            + Words.quote(condition.key())
                            + " is there",
                    "ask by `\"Null\": {\"" + Words.plain(condition.key()) + "\": \"false\"}`");
        }
    }

    static void types(ConditionView condition, Findings findings) {
        List<Json> values = condition.values();
        long classes =
                values.stream()
                        .filter(ConditionView::isScalar)
                        .map(Json::getClass)
                        .distinct()
                        .count();
        if (classes > 1) {
            findings.report(
                    Issue.INVALID_CONDITION_DATA_TYPE,
                    Span.of(condition.keyMember().value()),
                    "the values of " + Words.quote(condition.key()) + " are of several JSON types",
                    "write all of them as strings");
        }
        if (condition.operator().base().equals("Bool") && values.size() > 1) {
            findings.report(
                    Issue.INVALID_CONDITION_MULTIPLE_BOOLEAN,
                    Span.of(condition.keyMember().value()),
                    Words.quote(condition.key()) + " is compared with several booleans",
                    "keep one of them");
        }
    }

    static void ids(ConditionView condition, Findings findings) {
        Pattern form = IDS.get(condition.lowerKey());
        OperatorName operator = condition.operator();
        if (form == null || !operator.isString()) {
            return;
        }
        boolean endpoint = condition.lowerKey().endsWith("vpce");
        for (Json value : condition.values()) {
            String text = ConditionView.text(value);
            boolean literal = !text.contains("${") && !Words.hasWildcard(text);
            if (literal && ConditionView.isScalar(value) && !form.matcher(text).matches()) {
                findings.report(
                        endpoint ? Issue.INVALID_VPCE_FORMAT : Issue.INVALID_VPC_FORMAT,
                        Span.of(value),
                        Words.quote(text) + " is no id of a " + (endpoint ? "VPC endpoint" : "VPC"),
                        "write `"
                                + (endpoint ? "vpce-" : "vpc-")
                                + "` and 8 or 17 letters and digits");
            }
        }
    }
}
