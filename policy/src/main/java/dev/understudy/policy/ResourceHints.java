package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is probably wrong where an ARN does not match a pattern. */
final class ResourceHints {
    private static final int PARTS = 6;
    private static final String[] NAMES = {
        "prefix", "partition", "service", "region", "account", "resource"
    };
    private static final Clue[] CLUES = {
        Clue.MISSPELT,
        Clue.OTHER_PARTITION,
        Clue.OTHER_SERVICE,
        Clue.OTHER_REGION,
        Clue.OTHER_ACCOUNT,
        Clue.MISSPELT
    };

    private ResourceHints() {}

    static @Nullable Hint of(
            String actual, List<String> patterns, boolean variables, RequestContext context) {
        if (actual.equals("*")) {
            return new Hint(
                    Clue.NO_RESOURCE,
                    "the action has no resource here, and only `*` stands for that");
        }
        for (String pattern : patterns) {
            Hint hint = Hints.variable(pattern, variables, context);
            hint = hint == null ? difference(actual, pattern) : hint;
            if (hint != null) {
                return hint;
            }
        }
        return null;
    }

    /** In what alone the ARN and the pattern differ; null if in more, or in nothing. */
    static @Nullable Hint difference(String actual, String pattern) {
        if (Likeness.like(Ascii.lower(pattern), Ascii.lower(actual))) {
            return Likeness.like(pattern, actual)
                    ? null
                    : new Hint(
                            Clue.LETTER_CASE, "`" + pattern + "` differs in the case of letters");
        }
        if (Likeness.like(pattern + "/*", actual) || Likeness.like(pattern + "*", actual)) {
            return new Hint(
                    Clue.CONTAINER_OR_CONTENT,
                    "`" + pattern + "` is not what is in it: that would be `" + pattern + "/*`");
        }
        if (pattern.endsWith("/*")
                && Likeness.like(pattern.substring(0, pattern.length() - 2), actual)) {
            return new Hint(
                    Clue.CONTAINER_OR_CONTENT,
                    "`" + pattern + "` is what is in it, and not itself");
        }
        return parts(actual.split(":", PARTS), pattern.split(":", PARTS));
    }

    private static @Nullable Hint parts(String[] actual, String[] pattern) {
        if (actual.length < PARTS || pattern.length < PARTS) {
            return null;
        }
        int differing = -1;
        for (int i = 0; i < PARTS; i++) {
            if (!Likeness.like(pattern[i], actual[i])) {
                if (differing >= 0) {
                    return null;
                }
                differing = i;
            }
        }
        return differing < 0 ? null : part(differing, actual[differing], pattern[differing]);
    }

    private static @Nullable Hint part(int index, String actual, String pattern) {
        if (index < PARTS - 1) {
            return new Hint(
                    CLUES[index],
                    "the " + NAMES[index] + " is " + quoted(actual) + ", not " + quoted(pattern));
        }
        String name = last(actual);
        if (name.equals(last(pattern)) && !name.isEmpty() && first(actual).equals(first(pattern))) {
            return new Hint(Clue.PATH, "the path is part of the ARN: `" + actual + "`");
        }
        boolean slip = !Likeness.hasWildcard(pattern) && Likeness.isSlip(actual, pattern);
        return slip
                ? new Hint(Clue.MISSPELT, "is `" + pattern + "` meant to be `" + actual + "`?")
                : null;
    }

    private static String quoted(String part) {
        return part.isEmpty() ? "empty" : "`" + part + "`";
    }

    private static String first(String resource) {
        int slash = resource.indexOf('/');
        return slash < 0 ? resource : resource.substring(0, slash);
    }

    private static String last(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
