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
    private static final Glob[] NO_PARTS = {};
    private static final ArnPattern EVERYTHING = new ArnPattern("", NO_PARTS, Glob.ANYTHING);

    /** The first five parts with their colons, if they are literal; they then are not in parts. */
    private final String head;

    private final Glob[] parts;
    private final Glob resource;
    private final boolean constant;

    private ArnPattern(String head, Glob[] parts, Glob resource) {
        this.head = head;
        this.parts = parts;
        this.resource = resource;
        boolean variable = !resource.isConstant();
        for (Glob part : parts) {
            variable |= !part.isConstant();
        }
        this.constant = !variable;
    }

    /**
     * The pattern in this text.
     *
     * @param variables whether variables are replaced
     * @param fromResource whether only those of the sixth part are
     */
    static ArnPattern of(String text, boolean variables, boolean fromResource) {
        if (isStars(text)) {
            return EVERYTHING;
        }
        List<String> texts = split(text, variables);
        Glob[] parts = new Glob[PARTS - 1];
        boolean literal = true;
        for (int i = 0; i < PARTS - 1; i++) {
            parts[i] = Glob.of(part(texts, i), variables && !fromResource);
            // A variable that is not replaced may bring a colon, which no part can match.
            literal &= parts[i].isLiteral() && texts.get(i).indexOf(':') < 0;
        }
        Glob resource = Glob.of(part(texts, PARTS - 1), variables);
        return literal
                ? new ArnPattern(
                        String.join(":", texts.subList(0, PARTS - 1)) + ":", NO_PARTS, resource)
                : new ArnPattern("", parts, resource);
    }

    private static String part(List<String> texts, int i) {
        return i < texts.size() ? texts.get(i) : "*";
    }

    private static boolean isStars(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '*') {
                return false;
            }
        }
        return !text.isEmpty();
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
        return this == EVERYTHING;
    }

    /** Whether each of its variables has a value. */
    boolean isResolved(RequestContext context) {
        if (constant) {
            return true;
        }
        for (Glob part : parts) {
            if (!part.isResolved(context)) {
                return false;
            }
        }
        return resource.isResolved(context);
    }

    /** The one ARN that it matches; null if wildcards or variables make it match others, too. */
    @Nullable String literal() {
        return parts.length == 0 && resource.isLiteral() ? head + resource.literals().get(0) : null;
    }

    /** The runs of characters that stand for themselves in the resource part of what matches. */
    List<String> resourceLiterals() {
        return resource.literals();
    }

    /** Whether the ARN matches; false if a variable has no value. */
    boolean matches(String arn, RequestContext context) {
        if (parts.length == 0) {
            return this == EVERYTHING
                    || arn.startsWith(head)
                            && resource.matches(arn, head.length(), arn.length(), context);
        }
        int start = 0;
        for (Glob part : parts) {
            int colon = arn.indexOf(':', start);
            if (colon < 0 || !part.matches(arn, start, colon, context)) {
                return false;
            }
            start = colon + 1;
        }
        return resource.matches(arn, start, arn.length(), context);
    }

    /** Where the resource part of an ARN begins; -1 if the text is no ARN. */
    static int resourceStart(String arn) {
        int at = -1;
        for (int i = 0; i < PARTS - 1; i++) {
            at = arn.indexOf(':', at + 1);
            if (at < 0) {
                return -1;
            }
        }
        return at + 1;
    }
}
