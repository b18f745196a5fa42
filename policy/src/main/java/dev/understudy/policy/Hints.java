package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds what is probably wrong where a statement did not match. */
final class Hints {
    /** Nobody reads more, and each costs a comparison. */
    private static final int MOST_VALUES = 50;

    private Hints() {}

    /** The hint for this mismatch; null if there is nothing to say. */
    static @Nullable Hint of(AccessRequest request, PolicySource source, Mismatch mismatch) {
        boolean variables = source.document().version().equals(DocumentParser.CURRENT);
        if (mismatch instanceof Mismatch.OtherAction) {
            Mismatch.OtherAction action = (Mismatch.OtherAction) mismatch;
            return action.negated() ? null : action(action.actual(), first(action.wanted()));
        }
        if (mismatch instanceof Mismatch.OtherResource) {
            Mismatch.OtherResource resource = (Mismatch.OtherResource) mismatch;
            return resource.negated()
                    ? null
                    : ResourceHints.of(
                            resource.actual(),
                            first(resource.wanted()),
                            variables,
                            request.context());
        }
        if (mismatch instanceof Mismatch.OtherPrincipal) {
            Mismatch.OtherPrincipal principal = (Mismatch.OtherPrincipal) mismatch;
            return principal.negated()
                    ? null
                    : PrincipalHints.of(request.principal(), first(principal.wanted()));
        }
        return ConditionHints.of((Mismatch.FailedCondition) mismatch, variables, request.context());
    }

    static List<String> first(List<String> values) {
        return values.subList(0, Math.min(values.size(), MOST_VALUES));
    }

    /** The case of actions does not count, so what is left are slips and services. */
    static @Nullable Hint action(String actual, List<String> wanted) {
        String asked = Ascii.lower(actual);
        for (String pattern : wanted) {
            String lower = Ascii.lower(pattern);
            if (lower.strip().equals(asked)) {
                return new Hint(Clue.BLANKS, "`" + pattern + "` has blanks around it");
            }
            if (isSlip(asked, lower)) {
                return new Hint(
                        Clue.MISSPELT, "is `" + pattern + "` meant to be `" + actual + "`?");
            }
        }
        return null;
    }

    private static boolean isSlip(String asked, String pattern) {
        int colon = asked.indexOf(':');
        return colon > 0
                && !Likeness.hasWildcard(pattern)
                && pattern.startsWith(asked.substring(0, colon + 1))
                && Likeness.isSlip(asked.substring(colon + 1), pattern.substring(colon + 1));
    }

    /** A variable of the text that keeps it from ever matching; null if there is none. */
    static @Nullable Hint variable(String text, boolean variables, RequestContext context) {
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                return null;
            }
            Hint hint = variable(text.substring(start, end + 1), context, variables);
            if (hint != null) {
                return hint;
            }
            start = text.indexOf("${", end);
        }
        return null;
    }

    private static @Nullable Hint variable(
            String variable, RequestContext context, boolean variables) {
        String name = variable.substring(2, variable.length() - 1).strip();
        if (!variables) {
            return new Hint(
                    Clue.VARIABLE_IS_TEXT,
                    "`" + variable + "` is plain text without `\"Version\": \"2012-10-17\"`");
        }
        boolean escape = name.equals("*") || name.equals("?") || name.equals("$");
        if (escape || name.indexOf(',') >= 0 || context.values(name) != null) {
            return null;
        }
        return new Hint(
                Clue.VARIABLE_WITHOUT_VALUE,
                "`" + variable + "` has no value in this request, so nothing matches");
    }
}
