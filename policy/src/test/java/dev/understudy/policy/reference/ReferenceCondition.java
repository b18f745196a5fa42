package dev.understudy.policy.reference;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * One operator with its values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
final class ReferenceCondition {
    private final String prefix;
    private final String name;
    private final boolean ifExists;
    private final List<String> wanted;
    private final ReferenceContext context;

    private ReferenceCondition(String operator, List<String> wanted, ReferenceContext context) {
        int colon = operator.indexOf(':');
        String rest = operator.substring(colon + 1);
        this.prefix = operator.substring(0, colon + 1);
        this.ifExists = rest.endsWith("IfExists");
        this.name = ifExists ? rest.substring(0, rest.length() - 8) : rest;
        this.wanted = wanted;
        this.context = context;
    }

    static ReferenceCondition of(String operator, List<String> wanted, ReferenceContext context) {
        return new ReferenceCondition(operator, wanted, context);
    }

    /** Whether it holds for a key of these values; null for a key that is missing. */
    boolean holds(List<String> values) {
        if (name.equals("Null")) {
            String absent = String.valueOf(values == null || values.isEmpty());
            return wanted.stream().anyMatch(value -> value.equalsIgnoreCase(absent));
        }
        boolean negated = name.contains("Not");
        if (values == null) {
            return missing(negated);
        }
        BiPredicate<String, String> test = test(name.replace("Not", ""));
        // What cannot be read must not turn a negated operator true.
        if (negated && wanted.stream().anyMatch(value -> !readable(value))) {
            return false;
        }
        Predicate<String> one =
                value -> negated != wanted.stream().anyMatch(want -> test.test(want, value));
        boolean every = prefix.equals("ForAllValues:") || prefix.isEmpty() && negated;
        return every ? values.stream().allMatch(one) : values.stream().anyMatch(one);
    }

    private boolean missing(boolean negated) {
        switch (prefix) {
            case "ForAllValues:":
                return true;
            case "ForAnyValue:":
                return ifExists;
            default:
                return ifExists || negated;
        }
    }

    private boolean readable(String value) {
        return name.startsWith("Numeric")
                ? ReferenceValues.number(value) != null
                : name.startsWith("Date")
                        ? ReferenceValues.date(value) != null
                        : !name.equals("NotIpAddress") || ReferenceValues.isBlock(value);
    }

    /** Takes what the policy wants, then what the request has. */
    private BiPredicate<String, String> test(String positive) {
        if (positive.startsWith("Numeric")) {
            String order = positive.substring("Numeric".length());
            return (want, has) ->
                    ordered(order, ReferenceValues.number(has), ReferenceValues.number(want));
        }
        if (positive.startsWith("Date")) {
            String order = positive.substring("Date".length());
            return (want, has) ->
                    ordered(order, ReferenceValues.date(has), ReferenceValues.date(want));
        }
        switch (positive) {
            case "StringEquals":
                return (want, has) -> has.equals(context.plain(want));
            case "StringEqualsIgnoreCase":
                return (want, has) -> sameLetters(context.plain(want), has);
            case "StringLike":
                return (want, has) -> like(context.filled(want), has);
            case "Bool":
                return (want, has) -> isBoolean(has) && sameLetters(context.plain(want), has);
            case "BinaryEquals":
                return ReferenceValues::sameBytes;
            case "IpAddress":
                return ReferenceValues::within;
            case "ArnEquals":
            case "ArnLike":
                return this::arn;
            default:
                throw new IllegalArgumentException(positive);
        }
    }

    private static boolean sameLetters(String want, String has) {
        return want != null && ReferenceText.lower(want).equals(ReferenceText.lower(has));
    }

    private static boolean isBoolean(String has) {
        return has.equalsIgnoreCase("true") || has.equalsIgnoreCase("false");
    }

    private static boolean like(String pattern, String has) {
        return pattern != null && ReferenceText.matches(pattern, has);
    }

    private static <T extends Comparable<T>> boolean ordered(String order, T has, T want) {
        if (has == null || want == null) {
            return false;
        }
        int compared = has.compareTo(want);
        switch (order) {
            case "Equals":
                return compared == 0;
            case "LessThan":
                return compared < 0;
            case "LessThanEquals":
                return compared <= 0;
            case "GreaterThan":
                return compared > 0;
            case "GreaterThanEquals":
                return compared >= 0;
            default:
                throw new IllegalArgumentException(order);
        }
    }

    /** Part by part. What is no ARN matches nothing, not even a star. */
    private boolean arn(String want, String has) {
        String[] parts = has.split(":", 6);
        if (parts.length < 6
                || !parts[0].equals("arn")
                || parts[1].isEmpty()
                || parts[2].isEmpty()) {
            return false;
        }
        if (ReferenceText.isStars(want)) {
            return true;
        }
        List<String> patterns = ReferenceText.arnPattern(want, context.hasVariables());
        for (int i = 0; i < 6; i++) {
            if (!like(context.filled(patterns.get(i)), parts[i])) {
                return false;
            }
        }
        return true;
    }
}
