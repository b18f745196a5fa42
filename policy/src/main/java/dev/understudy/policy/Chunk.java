package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What stands between two stars of a pattern: it has a length, and matches at a place or not. */
abstract class Chunk {
    /** How many characters it takes; -1 if a variable has no value. */
    abstract int length(RequestContext context);

    /** Whether it matches at the offset, where at least its length is left. */
    abstract boolean at(String text, int offset, RequestContext context);

    /** The first place in the part of the text where it matches; -1 if there is none. */
    abstract int find(String text, int from, int to, RequestContext context);

    /** Whether there is nothing in it that differs from request to request. */
    boolean isConstant() {
        return true;
    }

    /** Its longest run of characters that always stand for themselves; may be empty. */
    abstract String longestLiteral();

    static Chunk of(List<Token> tokens) {
        if (tokens.isEmpty()) {
            return Literal.EMPTY;
        }
        if (tokens.size() == 1 && tokens.get(0) instanceof Token.Text) {
            return new Literal(((Token.Text) tokens.get(0)).characters());
        }
        return new Composed(tokens.toArray(Token[]::new));
    }

    /** Characters that stand for themselves. */
    static final class Literal extends Chunk {
        static final Literal EMPTY = new Literal("");

        private final String characters;

        Literal(String characters) {
            this.characters = characters;
        }

        @Override
        int length(RequestContext context) {
            return characters.length();
        }

        @Override
        boolean at(String text, int offset, RequestContext context) {
            return text.startsWith(characters, offset);
        }

        @Override
        int find(String text, int from, int to, RequestContext context) {
            return Search.literal(text, from, to, characters);
        }

        @Override
        String longestLiteral() {
            return characters;
        }
    }

    /** Characters, question marks and variables. */
    static final class Composed extends Chunk {
        private final Token[] tokens;
        private final boolean constant;

        Composed(Token[] tokens) {
            this.tokens = tokens;
            boolean variable = false;
            for (Token token : tokens) {
                variable |= token instanceof Token.Variable;
            }
            this.constant = !variable;
        }

        @Override
        boolean isConstant() {
            return constant;
        }

        @Override
        int length(RequestContext context) {
            int length = 0;
            for (Token token : tokens) {
                if (token instanceof Token.AnyOne) {
                    length++;
                    continue;
                }
                String characters = characters(token, context);
                if (characters == null) {
                    return -1;
                }
                length += characters.length();
            }
            return length;
        }

        @Override
        boolean at(String text, int offset, RequestContext context) {
            int at = offset;
            for (Token token : tokens) {
                if (token instanceof Token.AnyOne) {
                    at++;
                    continue;
                }
                String characters = characters(token, context);
                if (characters == null || !text.startsWith(characters, at)) {
                    return false;
                }
                at += characters.length();
            }
            return true;
        }

        @Override
        int find(String text, int from, int to, RequestContext context) {
            int length = length(context);
            if (length < 0 || length > to - from) {
                return -1;
            }
            if ((long) length * (to - from) > Search.FEW_STEPS) {
                return Search.masked(text, from, to, filled(length, context), mask(context));
            }
            for (int i = from; i <= to - length; i++) {
                if (at(text, i, context)) {
                    return i;
                }
            }
            return -1;
        }

        private static @Nullable String characters(Token token, RequestContext context) {
            return token instanceof Token.Variable
                    ? ((Token.Variable) token).value(context)
                    : ((Token.Text) token).characters();
        }

        private char[] filled(int length, RequestContext context) {
            StringBuilder filled = new StringBuilder(length);
            for (Token token : tokens) {
                filled.append(token instanceof Token.AnyOne ? "?" : characters(token, context));
            }
            return filled.toString().toCharArray();
        }

        /** Where any character will do. */
        private boolean[] mask(RequestContext context) {
            boolean[] mask = new boolean[length(context)];
            int at = 0;
            for (Token token : tokens) {
                String characters =
                        token instanceof Token.AnyOne ? null : characters(token, context);
                if (characters == null) {
                    mask[at++] = true;
                } else {
                    at += characters.length();
                }
            }
            return mask;
        }

        @Override
        String longestLiteral() {
            String longest = "";
            for (Token token : tokens) {
                if (token instanceof Token.Text) {
                    String characters = ((Token.Text) token).characters();
                    longest = characters.length() > longest.length() ? characters : longest;
                }
            }
            return longest;
        }
    }
}
