package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is probably wrong where a condition does not hold. */
final class ConditionHints {
    private ConditionHints() {}

    static @Nullable Hint of(
            Mismatch.FailedCondition failed, boolean variables, RequestContext context) {
        List<String> actual = failed.actual();
        if (actual == null) {
            return new Hint(Clue.KEY_MISSING, "the request has no such key");
        }
        String base = Words.base(failed.operator());
        if (base.equals("Null") || base.contains("Not")) {
            return null;
        }
        for (String wanted : Hints.first(failed.wanted())) {
            Hint hint = Hints.variable(wanted, variables, context);
            hint = hint == null ? type(base, wanted, "the statement's") : hint;
            if (hint != null) {
                return hint;
            }
            for (String value : Hints.first(actual)) {
                hint = type(base, value, "the request's");
                hint = hint == null ? difference(base, value, wanted) : hint;
                if (hint != null) {
                    return hint;
                }
            }
        }
        return null;
    }

    private static @Nullable Hint difference(String base, String actual, String wanted) {
        if (base.startsWith("Arn")) {
            return ResourceHints.difference(actual, wanted);
        }
        if (!base.startsWith("String")) {
            return null;
        }
        boolean like = base.equals("StringLike");
        if (!like && Likeness.hasWildcard(wanted) && Likeness.like(wanted, actual)) {
            return new Hint(
                    Clue.WILDCARD_IS_LITERAL,
                    base + " has no wildcards; StringLike would match `" + wanted + "`");
        }
        if (!like
                && Likeness.hasWildcard(wanted)
                && Likeness.like(Ascii.lower(wanted), Ascii.lower(actual))) {
            return new Hint(
                    Clue.WILDCARD_IS_LITERAL,
                    base
                            + " has no wildcards, and `"
                            + wanted
                            + "` also differs in the case of letters");
        }
        if (withoutSlash(actual).equals(withoutSlash(wanted)) && !actual.equals(wanted)) {
            return new Hint(Clue.SLASH_AT_END, "they differ in a slash at the end");
        }
        if (actual.strip().equals(wanted.strip())) {
            return new Hint(Clue.BLANKS, "they differ in blanks at the ends");
        }
        String lowerWanted = Ascii.lower(wanted);
        String lowerActual = Ascii.lower(actual);
        boolean same =
                like ? Likeness.like(lowerWanted, lowerActual) : lowerWanted.equals(lowerActual);
        if (same) {
            return new Hint(
                    Clue.LETTER_CASE,
                    "they differ in the case of letters, which " + base + " tells apart");
        }
        boolean arns = actual.startsWith("arn:") && wanted.startsWith("arn:");
        return arns ? ResourceHints.difference(actual, wanted) : null;
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable Hint type(String base, String value, String whose) {
        String type = null;
        if (base.startsWith("Numeric") && !isNumber(value)) {
            type = "number";
        } else if (base.equals("Bool") && !isBoolean(value)) {
            type = "boolean";
        } else if (base.equals("IpAddress") && !isAddress(value)) {
            type = "IP address";
        }
        return type == null
                ? null
                : new Hint(
                        Clue.NOT_OF_TYPE,
                        whose + " `" + Words.shortened(value) + "` is no " + type);
    }

    private static boolean isNumber(String text) {
        try {
            Double.parseDouble(text);
            return text.length() < Likeness.LONGEST;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static boolean isBoolean(String text) {
        String lower = Ascii.lower(text);
        return lower.equals("true") || lower.equals("false");
    }

    private static boolean isAddress(String text) {
        int slash = text.indexOf('/');
        return text.length() < Likeness.LONGEST
                && IpAddress.parse(slash < 0 ? text : text.substring(0, slash)) != null;
    }
}
