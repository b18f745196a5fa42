package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of ARNs, matched part by part: wildcards of the first five parts do not cross a colon,
 * those of the sixth, the resource, do. Missing parts match anything. A pattern that is nothing but
 * stars matches what is no ARN, too.
 */
final class ArnPattern {
    private static final int PARTS = 6;

    private final boolean everything;
    private final Pattern[] parts;

    private ArnPattern(boolean everything, Pattern[] parts) {
        this.everything = everything;
        this.parts = parts;
    }

    /**
     * The pattern in this text.
     *
     * @param variables whether variables are replaced
     * @param fromResource whether only those of the sixth part are
     */
    static ArnPattern of(String text, boolean variables, boolean fromResource) {
        List<String> texts = split(text, variables);
        Pattern[] parts = new Pattern[PARTS];
        for (int i = 0; i < PARTS; i++) {
            boolean replaced = variables && (!fromResource || i == PARTS - 1);
            parts[i] = Pattern.of(i < texts.size() ? texts.get(i) : "*", replaced);
        }
        return new ArnPattern(isStars(text), parts);
    }

    private static boolean isStars(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }

    /** Splits at the first five colons that are outside of variables. */
    private static List<String> split(String text, boolean variables) {
        List<String> parts = new ArrayList<>(PARTS);
        int start = 0;
        int at = 0;
        while (at < text.length() && parts.size() < PARTS - 1) {
            if (variables && text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                at = end < 0 ? at + 2 : end + 1;
            } else {
                if (text.charAt(at) == ':') {
                    parts.add(text.substring(start, at));
                    start = at + 1;
                }
                at++;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    boolean isEverything() {
        return everything;
    }

    /** Whether the ARN matches; null if a variable has no value, so that nobody can say. */
    @Nullable Boolean matches(String arn, RequestContext context) {
        if (everything) {
            return true;
        }
        int start = 0;
        boolean matches = true;
        for (int i = 0; i < PARTS; i++) {
            int colon = i == PARTS - 1 ? arn.length() : arn.indexOf(':', start);
            Glob glob = parts[i].glob(context);
            if (glob == null) {
                return null;
            }
            if (matches) {
                matches = colon >= 0 && glob.matches(arn, start, colon);
                start = colon + 1;
            }
        }
        return matches;
    }
}
