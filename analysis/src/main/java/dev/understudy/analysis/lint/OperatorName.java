package dev.understudy.analysis.lint;

import dev.understudy.policy.ConditionOperators;

/**
 * A condition operator taken apart.
 *
 * @param text as the policy writes it
 * @param qualifier {@code ForAllValues}, {@code ForAnyValue} or empty
 * @param base {@code StringLike}
 * @param known whether there is such an operator; {@code Null} is
 */
record OperatorName(String text, String qualifier, String base, boolean ifExists, boolean known) {
    private static final String IF_EXISTS = "IfExists";

    static OperatorName of(String text) {
        String rest = text;
        String qualifier = "";
        for (String candidate : new String[] {"ForAllValues", "ForAnyValue"}) {
            if (text.startsWith(candidate + ":")) {
                qualifier = candidate;
                rest = text.substring(candidate.length() + 1);
            }
        }
        boolean ifExists = rest.endsWith(IF_EXISTS);
        String base = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
        return new OperatorName(text, qualifier, base, ifExists, ConditionOperators.isKnown(text));
    }

    boolean isNull() {
        return base.equals("Null");
    }

    boolean isString() {
        return base.startsWith("String");
    }

    boolean isArn() {
        return base.startsWith("Arn");
    }

    boolean isNumeric() {
        return base.startsWith("Numeric");
    }

    boolean isDate() {
        return base.startsWith("Date");
    }

    boolean isIp() {
        return base.endsWith("IpAddress");
    }

    /** Whether {@code *} and {@code ?} are wildcards. ARN operators are alike in that. */
    boolean isLike() {
        return base.endsWith("Like") || isArn();
    }

    boolean negated() {
        return base.contains("Not");
    }

    /** The same with another base, set operator and IfExists kept. */
    String with(String otherBase) {
        return (qualifier.isEmpty() ? "" : qualifier + ":")
                + otherBase
                + (ifExists ? IF_EXISTS : "");
    }
}
