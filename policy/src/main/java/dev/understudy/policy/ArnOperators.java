package dev.understudy.policy;

/** ARNs, part by part. Equal and like are the same: wildcards count in both. */
final class ArnOperators {
    private ArnOperators() {}

    static ValueTest like(String wanted, boolean variables) {
        ArnPattern pattern = ArnPattern.of(wanted, variables, false);
        return (actual, context) -> Arn.isArn(actual) && pattern.matches(actual, context);
    }
}
