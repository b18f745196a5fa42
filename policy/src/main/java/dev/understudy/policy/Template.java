package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with policy variables: {@code ${aws:username}}, {@code ${aws:PrincipalTag/team, 'none'}},
 * and the escapes {@code ${*}}, {@code ${?}}, {@code ${$}}. What a variable puts in is literal,
 * whatever characters it has.
 */
final class Template {
    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A piece of the text: literal if the key is null, else the variable of this key with its
     * default.
     */
    private record Part(String text, @Nullable String key) {}

    /**
     * The template in this text.
     *
     * @param variables whether the document's version has variables at all
     * @param wildcards whether stars and question marks outside variables are wildcards
     */
    static Template of(String text, boolean variables, boolean wildcards) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = variables && text.startsWith("${", at) ? text.indexOf('}', at) : -1;
            if (end < 0) {
                literal.append(wildcards ? wildcard(text.charAt(at)) : text.charAt(at));
                at++;
            } else {
                variable(text.substring(at + 2, end), literal, parts);
                at = end + 1;
            }
        }
        parts.add(new Part(literal.toString(), null));
        return new Template(List.copyOf(parts));
    }

    private static void variable(String inside, StringBuilder literal, List<Part> parts) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            literal.append(inside);
            return;
        }
        parts.add(new Part(literal.toString(), null));
        literal.setLength(0);
        int comma = inside.indexOf(',');
        String key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        String fallback = comma < 0 ? "" : unquoted(inside.substring(comma + 1).strip());
        parts.add(new Part(comma < 0 ? NO_DEFAULT : fallback, Ascii.lower(key)));
    }

    /**
     * Marks a variable without a default; compared by identity, so that no text can be mistaken for
     * it.
     */
    @SuppressWarnings("StringOperationCanBeSimplified")
    private static final String NO_DEFAULT = new String("");

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static char wildcard(char c) {
        return c == '*' ? Glob.ANY_RUN : c == '?' ? Glob.ANY_ONE : c;
    }

    /** The text, if it has no variable and so is always the same; else null. */
    @Nullable String constant() {
        return parts.size() == 1 ? parts.get(0).text() : null;
    }

    /** The keys of the variables, lower case. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Part part : parts) {
            if (part.key() != null) {
                keys.add(part.key());
            }
        }
        return keys;
    }

    /** The text with the request's values put in; null if one is missing that has no default. */
    @SuppressWarnings("ReferenceEquality")
    @Nullable String fill(RequestContext context) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            if (part.key() == null) {
                filled.append(part.text());
                continue;
            }
            String value = context.single(part.key());
            if (value == null && part.text() == NO_DEFAULT) {
                return null;
            }
            filled.append(value == null ? part.text() : value);
        }
        return filled.toString();
    }
}
