package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** Numbers, whole or decimal. What is no number matches nothing. */
final class NumericOperators {
    private static final int MOST_DIGITS = 100;
    private static final int MOST_SCALE = 1_000;

    private NumericOperators() {}

    /** Compares the request's number with the policy's. */
    static ConditionOperator.Compiler comparing(IntPredicate wantedOrder) {
        return (wanted, variables) -> {
            BigDecimal number = number(wanted);
            return number == null
                    ? null
                    : (actual, context) -> {
                        BigDecimal given = number(actual);
                        return given != null && wantedOrder.test(given.compareTo(number));
                    };
        };
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > MOST_DIGITS) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > MOST_SCALE ? null : number;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
