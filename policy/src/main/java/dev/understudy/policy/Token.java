package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a value in a policy: text, a wildcard, or a policy variable such as {@code
 * ${aws:username}} or {@code ${aws:PrincipalTag/team, 'none'}}. The escapes {@code ${*}}, {@code
 * ${?}} and {@code ${$}} are text.
 */
sealed interface Token {
    /** Characters that stand for themselves. */
    record Text(String characters) implements Token {}

    /** {@code ?}, any one character. */
    record AnyOne() implements Token {
        static final AnyOne INSTANCE = new AnyOne();
    }

    /** {@code *}, any run of characters. */
    record AnyRun() implements Token {
        static final AnyRun INSTANCE = new AnyRun();
    }

    /**
     * What the request gives for a key.
     *
     * @param lowerKey the key in lower case
     * @param fallback what stands in for a missing key; null if nothing does
     */
    record Variable(String lowerKey, @Nullable String fallback) implements Token {
        /** The value in this request, which is literal whatever its characters; null if none. */
        @Nullable String value(RequestContext context) {
            String value = context.single(lowerKey);
            return value == null ? fallback : value;
        }
    }

    /**
     * Takes a text apart.
     *
     * @param variables whether the document's version has variables at all
     * @param wildcards whether stars and question marks outside of variables are wildcards
     */
    static List<Token> read(String text, boolean variables, boolean wildcards) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = variables && text.startsWith("${", at) ? text.indexOf('}', at) : -1;
            if (end >= 0) {
                variable(text.substring(at + 2, end), literal, tokens);
                at = end + 1;
            } else {
                if (wildcards && (c == '*' || c == '?')) {
                    flush(literal, tokens);
                    tokens.add(c == '*' ? AnyRun.INSTANCE : AnyOne.INSTANCE);
                } else {
                    literal.append(c);
                }
                at++;
            }
        }
        flush(literal, tokens);
        return tokens;
    }

    private static void variable(String inside, StringBuilder literal, List<Token> tokens) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            literal.append(inside);
            return;
        }
        flush(literal, tokens);
        int comma = inside.indexOf(',');
        String key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        String fallback = comma < 0 ? null : unquoted(inside.substring(comma + 1).strip());
        tokens.add(new Variable(Ascii.lower(key), fallback));
    }

    private static void flush(StringBuilder literal, List<Token> tokens) {
        if (literal.length() > 0) {
            tokens.add(new Text(literal.toString()));
            literal.setLength(0);
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
