package dev.understudy.analysis.lint;

import dev.understudy.catalog.ConditionKeyDefinition;
import dev.understudy.catalog.KeyType;

import org.jspecify.annotations.Nullable;

/**
 * Operators that do not suit the key: TYPE_MISMATCH, STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS,
 * MISSING_QUALIFIER, FORALLVALUES_WITH_SINGLE_VALUED_KEY, FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE.
 */
final class KeyTypes {
    private KeyTypes() {}

    private static @Nullable ConditionKeyDefinition key(ConditionView condition) {
        boolean asked = condition.operator().known() && !condition.operator().isNull();
        return asked
                ? condition.statement().policy().catalog().conditionKey(condition.key())
                : null;
    }

    static void type(ConditionView condition, Findings findings) {
        ConditionKeyDefinition key = key(condition);
        OperatorName operator = condition.operator();
        if (key == null) {
            return;
        }
        if (!suits(operator, key)) {
            String base = substitute(operator, key.type());
            findings.report(
                    Issue.TYPE_MISMATCH,
                    condition.operatorSpan(),
                    Words.quote(operator.text())
                            + " compares other things than the "
                            + Words.lower(key.type().name())
                            + " that "
                            + Words.quote(condition.key())
                            + " holds",
                    "use "
                            + (base == null
                                    ? operators(key.type())
                                    : '`' + operator.with(base) + '`'),
                    base == null ? null : Operators.rename(condition, operator.with(base)));
        } else if (key.type() == KeyType.ARN
                && operator.base().endsWith("Like")
                && operator.isString()
                && condition.texts().stream().anyMatch(Words::hasWildcard)) {
            String base = operator.negated() ? "ArnNotLike" : "ArnLike";
            findings.report(
                    Issue.STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS,
                    condition.operatorSpan(),
                    "wildcards of "
                            + Words.quote(operator.text())
                            + " cross the colons of "
                            + Words.quote(condition.key()),
                    "use `" + operator.with(base) + '`',
                    Operators.rename(condition, operator.with(base)));
        }
    }

    private static boolean suits(OperatorName operator, ConditionKeyDefinition key) {
        return switch (key.type()) {
            // A tag, or a part of an encryption context, may well hold an ARN.
            case STRING -> operator.isString() || operator.isArn() && isFree(key.name());
            case ARN -> operator.isArn() || operator.isString();
            case BOOL -> operator.base().equals("Bool");
            case NUMERIC -> operator.isNumeric();
            case DATE ->
                    operator.isDate() || operator.isNumeric() && key.name().equals("aws:EpochTime");
            case IP -> operator.isIp();
            case BINARY -> operator.base().equals("BinaryEquals");
        };
    }

    private static boolean isFree(String name) {
        return name.contains("${") || name.indexOf('/') > 0;
    }

    /** The operator of the key's type that asks the same; null if none does. */
    private static @Nullable String substitute(OperatorName operator, KeyType type) {
        boolean equality = operator.base().endsWith("Equals") && operator.isString();
        boolean not = operator.negated();
        return switch (type) {
            case BOOL -> equality && !not ? "Bool" : null;
            case IP -> equality || operator.isLike() ? not ? "NotIpAddress" : "IpAddress" : null;
            case NUMERIC -> equality ? not ? "NumericNotEquals" : "NumericEquals" : null;
            case STRING -> operator.isArn() ? not ? "StringNotLike" : "StringLike" : null;
            case ARN, DATE, BINARY -> null;
        };
    }

    private static String operators(KeyType type) {
        return switch (type) {
            case STRING -> "a `String` operator";
            case ARN -> "an `Arn` operator";
            case BOOL -> "`Bool`";
            case NUMERIC -> "a `Numeric` operator";
            case DATE -> "a `Date` operator";
            case IP -> "`IpAddress` or `NotIpAddress`";
            case BINARY -> "`BinaryEquals`";
        };
    }

    static void qualifier(ConditionView condition, Findings findings) {
        ConditionKeyDefinition key = key(condition);
        OperatorName operator = condition.operator();
        if (key == null) {
            return;
        }
        String single = operator.text().substring(operator.text().indexOf(':') + 1);
        if (key.multivalued() && operator.qualifier().isEmpty()) {
            findings.report(
                    Issue.MISSING_QUALIFIER,
                    condition.operatorSpan(),
                    Words.quote(condition.key())
                            + " can have several values, and what AWS then does is not defined",
                    "write `ForAnyValue:"
                            + operator.text()
                            + "` or `ForAllValues:"
                            + operator.text()
                            + '`');
        } else if (!key.multivalued()
                && operator.qualifier().equals("ForAllValues")
                && condition.statement().allows()) {
            findings.report(
                    Issue.FORALLVALUES_WITH_SINGLE_VALUED_KEY,
                    condition.operatorSpan(),
                    "`ForAllValues` is true where "
                            + Words.quote(condition.key())
                            + " is missing, and the key has one value only",
                    "write `" + single + '`',
                    Operators.rename(condition, single));
        } else if (operator.qualifier().equals("ForAnyValue")
                && condition.lowerKey().endsWith(":aud")
                && !key.multivalued()) {
            findings.report(
                    Issue.FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE,
                    condition.operatorSpan(),
                    Words.quote(condition.key()) + " has one value only",
                    "write `" + single + '`',
                    Operators.rename(condition, single));
        }
    }
}
