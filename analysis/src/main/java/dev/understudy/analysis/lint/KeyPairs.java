package dev.understudy.analysis.lint;

/**
 * Keys that are safe only beside another, or only one way round: MISSING_PAIRED_CONDITION_KEYS,
 * DYNAMODB_ATTRIBUTES_WITHOUT_SELECT, S3_PREFIX_IN_NEGATIVE_CONTEXT.
 */
final class KeyPairs {
    private KeyPairs() {}

    static void check(ConditionView condition, Findings findings) {
        StatementView statement = condition.statement();
        switch (condition.lowerKey()) {
            case "aws:vpcsourceip" -> {
                if (!statement.asksFor("aws:sourcevpc", "aws:sourcevpce", "aws:sourcevpcarn")) {
                    findings.report(
                            Issue.MISSING_PAIRED_CONDITION_KEYS,
                            condition.keySpan(),
                            "private addresses are the same in every VPC",
                            "ask for `aws:SourceVpc` too");
                }
            }
            case "dynamodb:attributes" -> {
                if (statement.allows() && !statement.asksFor("dynamodb:select")) {
                    findings.report(
                            Issue.DYNAMODB_ATTRIBUTES_WITHOUT_SELECT,
                            condition.keySpan(),
                            "a request that names no attributes gets all of them",
                            "ask that `dynamodb:Select` is `SPECIFIC_ATTRIBUTES` too");
                }
            }
            case "s3:prefix" -> prefix(condition, findings);
            default -> {
                // No other key needs a partner.
            }
        }
    }

    private static void prefix(ConditionView condition, Findings findings) {
        boolean not = condition.operator().negated();
        boolean string = condition.operator().isString();
        if (string && not == condition.statement().allows()) {
            findings.report(
                    Issue.S3_PREFIX_IN_NEGATIVE_CONTEXT,
                    condition.keySpan(),
                    "a request with a shorter prefix lists the same objects and is not held back",
                    "allow with `StringLike`, or deny with `StringNotLike`");
        }
    }
}
