package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The condition operators. Each family's rule is in a file of its own; a negated operator is true
 * where none of its values matches.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM
 *     JSON policy elements: Condition operators</a>
 */
enum ConditionOperator {
    STRING_EQUALS("StringEquals", StringOperators::equal, false),
    STRING_NOT_EQUALS("StringNotEquals", StringOperators::equal, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", StringOperators::equalIgnoringCase, false),
    STRING_NOT_EQUALS_IGNORE_CASE(
            "StringNotEqualsIgnoreCase", StringOperators::equalIgnoringCase, true),
    STRING_LIKE("StringLike", StringOperators::like, false),
    STRING_NOT_LIKE("StringNotLike", StringOperators::like, true),
    NUMERIC_EQUALS("NumericEquals", NumericOperators.comparing(order -> order == 0), false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", NumericOperators.comparing(order -> order == 0), true),
    NUMERIC_LESS_THAN("NumericLessThan", NumericOperators.comparing(order -> order < 0), false),
    NUMERIC_LESS_THAN_EQUALS(
            "NumericLessThanEquals", NumericOperators.comparing(order -> order <= 0), false),
    NUMERIC_GREATER_THAN(
            "NumericGreaterThan", NumericOperators.comparing(order -> order > 0), false),
    NUMERIC_GREATER_THAN_EQUALS(
            "NumericGreaterThanEquals", NumericOperators.comparing(order -> order >= 0), false),
    DATE_EQUALS("DateEquals", DateOperators.comparing(order -> order == 0), false),
    DATE_NOT_EQUALS("DateNotEquals", DateOperators.comparing(order -> order == 0), true),
    DATE_LESS_THAN("DateLessThan", DateOperators.comparing(order -> order < 0), false),
    DATE_LESS_THAN_EQUALS(
            "DateLessThanEquals", DateOperators.comparing(order -> order <= 0), false),
    DATE_GREATER_THAN("DateGreaterThan", DateOperators.comparing(order -> order > 0), false),
    DATE_GREATER_THAN_EQUALS(
            "DateGreaterThanEquals", DateOperators.comparing(order -> order >= 0), false),
    BOOL("Bool", BooleanOperator::bool, false),
    BINARY_EQUALS("BinaryEquals", BinaryOperator::equal, false),
    IP_ADDRESS("IpAddress", IpAddressOperators::within, false),
    NOT_IP_ADDRESS("NotIpAddress", IpAddressOperators::within, true),
    ARN_EQUALS("ArnEquals", ArnOperators::like, false),
    ARN_LIKE("ArnLike", ArnOperators::like, false),
    ARN_NOT_EQUALS("ArnNotEquals", ArnOperators::like, true),
    ARN_NOT_LIKE("ArnNotLike", ArnOperators::like, true);

    private static final Map<String, ConditionOperator> BY_NAME = new HashMap<>();

    static {
        for (ConditionOperator operator : values()) {
            BY_NAME.put(operator.text, operator);
        }
    }

    private final String text;
    private final Compiler compiler;
    private final boolean negated;

    ConditionOperator(String text, Compiler compiler, boolean negated) {
        this.text = text;
        this.compiler = compiler;
        this.negated = negated;
    }

    /** Compiles a value of a family. */
    @FunctionalInterface
    interface Compiler {
        /**
         * The value's test; null if the value has not the family's form, so that nothing can match
         * it.
         */
        @Nullable ValueTest compile(String wanted, boolean variables);
    }

    /** The operator of this name; null if there is none. */
    static @Nullable ConditionOperator of(String name) {
        return BY_NAME.get(name);
    }

    /** The names of all, and of {@code Null}, which compares no values and is none of these. */
    static List<String> names() {
        return Stream.concat(Stream.of(values()).map(ConditionOperator::text), Stream.of("Null"))
                .toList();
    }

    String text() {
        return text;
    }

    boolean negated() {
        return negated;
    }

    boolean isDate() {
        return text.startsWith("Date");
    }

    @Nullable ValueTest compile(String wanted, boolean variables) {
        return compiler.compile(wanted, variables);
    }
}
