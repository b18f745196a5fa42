package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A text with policy variables and without wildcards. */
final class Template {
    private final List<Token> tokens;
    private final @Nullable String constant;

    private Template(List<Token> tokens) {
        this.tokens = tokens;
        this.constant =
                tokens.stream().allMatch(token -> token instanceof Token.Text)
                        ? join(tokens, RequestContext.EMPTY)
                        : null;
    }

    /**
     * The template in this text.
     *
     * @param variables whether the document's version has variables at all
     */
    static Template of(String text, boolean variables) {
        return new Template(Token.read(text, variables, false));
    }

    /** The text, if it has no variable and so is always the same; else null. */
    @Nullable String constant() {
        return constant;
    }

    /** The text with the request's values put in; null if one is missing that has no default. */
    @Nullable String fill(RequestContext context) {
        return constant != null ? constant : join(tokens, context);
    }

    private static @Nullable String join(List<Token> tokens, RequestContext context) {
        StringBuilder filled = new StringBuilder();
        for (Token token : tokens) {
            String text =
                    token instanceof Token.Variable
                            ? ((Token.Variable) token).value(context)
                            : ((Token.Text) token).characters();
            if (text == null) {
                return null;
            }
            filled.append(text);
        }
        return filled.toString();
    }
}
