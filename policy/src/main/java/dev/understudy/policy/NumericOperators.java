package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.function.IntPredicate;

/** Numbers, whole or decimal, in ASCII's digits. What is no number matches nothing. */
final class NumericOperators {
    private static final int MOST_DIGITS = 100;
    private static final int MOST_SCALE = 1_000;

    /** So many digits fit into a long. */
    private static final int WHOLE_DIGITS = 18;

    private NumericOperators() {}

    /** Compares the request's number with the policy's. */
    static ConditionOperator.Compiler comparing(IntPredicate wantedOrder) {
        return (wanted, variables) -> {
            BigDecimal number = number(wanted);
            if (number == null) {
                return null;
            }
            boolean whole = isWhole(wanted);
            long wholeNumber = whole ? whole(wanted) : 0;
            return (actual, context) -> {
                if (whole && isWhole(actual)) {
                    return wantedOrder.test(Long.compare(whole(actual), wholeNumber));
                }
                BigDecimal given = number(actual);
                return given != null && wantedOrder.test(given.compareTo(number));
            };
        };
    }

    /** Whether it is nothing but a few digits, so that comparing needs no big numbers. */
    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= WHOLE_DIGITS;
    }

    private static long whole(String digits) {
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            number = number * 10 + (digits.charAt(i) - '0');
        }
        return number;
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c < 0x80)) {
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
