package dev.understudy.analysis.lint;

import dev.understudy.policy.ConditionOperators;

import java.math.BigDecimal;
import java.util.List;

/** REDUNDANT_CONDITION_VALUE_NUM: of several bounds one decides. */
final class Numbers {
    private Numbers() {}

    static void check(ConditionView condition, Findings findings) {
        OperatorName operator = condition.operator();
        List<String> values = condition.texts();
        boolean bound = operator.isNumeric() && operator.base().contains("Than");
        if (!bound
                || values.size() < 2
                || !values.stream()
                        .allMatch(value -> ConditionOperators.accepts(operator.base(), value))) {
            return;
        }
        List<BigDecimal> sorted =
                values.stream().map(value -> new BigDecimal(value.strip())).sorted().toList();
        boolean less = operator.base().contains("Less");
        String one = (less ? sorted.getLast() : sorted.getFirst()).toPlainString();
        findings.report(
                Issue.REDUNDANT_CONDITION_VALUE_NUM,
                Span.of(condition.keyMember().value()),
                "any of the values will do, so that " + Words.quote(one) + " alone decides",
                "write `" + Words.plain(one) + "` alone",
                Edits.replace(condition.keyMember().value(), one));
    }
}
