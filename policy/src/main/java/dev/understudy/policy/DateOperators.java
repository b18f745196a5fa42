package dev.understudy.policy;

import java.util.function.IntPredicate;

/** Dates. What is no date matches nothing. */
final class DateOperators {
    private DateOperators() {}

    /** Compares the request's date with the policy's. */
    static ConditionOperator.Compiler comparing(IntPredicate wantedOrder) {
        return (wanted, variables) -> {
            Moment moment = Moment.parse(wanted);
            if (moment == null) {
                return null;
            }
            return (actual, context) -> {
                if (UtcSeconds.isWritten(actual)) {
                    return wantedOrder.test(moment.order(UtcSeconds.read(actual)));
                }
                Moment given = Moment.parse(actual);
                return given != null && wantedOrder.test(given.compareTo(moment));
            };
        };
    }
}
