package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in which {@code *} stands for any run of characters and {@code ?} for one. It is cut at
 * its stars into chunks that are looked for one after the other, leftmost first, so that matching
 * never goes back over what it matched. What a variable puts in is literal.
 */
final class Glob {
    private static final int CACHED = 1 << 10;
    private static final int LONGEST_CACHED = 64;

    /**
     * ARNs are made of the same parts over and over, so that sharing these is most of what a
     * compiled document takes. A race costs an entry, never a wrong one.
     */
    private static final Cached[] CACHE = new Cached[CACHED];

    private static final Chunk[] NO_CHUNKS = {};

    /** Matches everything. */
    static final Glob ANYTHING = new Glob(new Chunk[] {Chunk.Literal.EMPTY, Chunk.Literal.EMPTY});

    /** None if it is literal. */
    private final Chunk[] chunks;

    /** The text, if there are neither wildcards nor variables: the commonest case by far. */
    private final @Nullable String literal;

    private Glob(Chunk[] chunks) {
        this.chunks = chunks;
        this.literal = null;
    }

    private Glob(String literal) {
        this.chunks = NO_CHUNKS;
        this.literal = literal;
    }

    /** A glob under the text that it was made of. */
    private record Cached(String text, Glob glob) {}

    /** The pattern in this text, whose every star and question mark is a wildcard. */
    static Glob of(String pattern) {
        return of(pattern, false);
    }

    /**
     * The same.
     *
     * @param variables whether variables are replaced
     */
    static Glob of(String pattern, boolean variables) {
        if (pattern.equals("*")) {
            return ANYTHING;
        }
        if (pattern.length() > LONGEST_CACHED || pattern.indexOf('$') >= 0) {
            return of(Token.read(pattern, variables, true));
        }
        int hash = pattern.hashCode();
        int slot = (hash ^ hash >>> 16) & CACHED - 1;
        Cached cached = CACHE[slot];
        if (cached == null || !cached.text().equals(pattern)) {
            cached = new Cached(pattern, of(Token.read(pattern, false, true)));
            CACHE[slot] = cached;
        }
        return cached.glob();
    }

    /** A text without wildcards. */
    static Glob exact(String text, boolean variables) {
        return of(Token.read(text, variables, false));
    }

    private static Glob of(List<Token> tokens) {
        List<Chunk> chunks = new ArrayList<>();
        int start = 0;
        boolean starBefore = false;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean star = i < tokens.size() && tokens.get(i) instanceof Token.AnyRun;
            if (i == tokens.size() || star) {
                // Two stars in a row say no more than one.
                if (start < i || !star || !starBefore) {
                    chunks.add(Chunk.of(tokens.subList(start, i)));
                }
                starBefore = star;
                start = i + 1;
            }
        }
        if (chunks.size() == 1 && chunks.get(0) instanceof Chunk.Literal) {
            return new Glob(chunks.get(0).longestLiteral());
        }
        boolean stars =
                chunks.size() == 2
                        && chunks.get(0) == Chunk.Literal.EMPTY
                        && chunks.get(1) == Chunk.Literal.EMPTY;
        return stars ? ANYTHING : new Glob(chunks.toArray(Chunk[]::new));
    }

    /** Whether everything matches. */
    boolean isEverything() {
        return this == ANYTHING;
    }

    /** Whether it is the same for every request. */
    boolean isConstant() {
        for (Chunk chunk : chunks) {
            if (!chunk.isConstant()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has neither wildcards nor variables. */
    boolean isLiteral() {
        return literal != null;
    }

    /** Its runs of characters that stand for themselves in every text that matches. */
    List<String> literals() {
        if (literal != null) {
            return List.of(literal);
        }
        List<String> literals = new ArrayList<>();
        for (Chunk chunk : chunks) {
            literals.add(chunk.longestLiteral());
        }
        return literals;
    }

    /** Whether each of its variables has a value. */
    boolean isResolved(RequestContext context) {
        for (Chunk chunk : chunks) {
            if (chunk.length(context) < 0) {
                return false;
            }
        }
        return true;
    }

    boolean matches(String text) {
        return matches(text, 0, text.length(), RequestContext.EMPTY);
    }

    /**
     * Whether the part of the text between start and end matches as a whole; false if a variable
     * has no value.
     */
    boolean matches(String text, int start, int end, RequestContext context) {
        if (literal != null) {
            return literal.length() == end - start && text.startsWith(literal, start);
        }
        return this == ANYTHING || cut(text, start, end, context);
    }

    private boolean cut(String text, int start, int end, RequestContext context) {
        Chunk first = chunks[0];
        int head = first.length(context);
        if (chunks.length == 1) {
            return head == end - start && first.at(text, start, context);
        }
        Chunk last = chunks[chunks.length - 1];
        int tail = last.length(context);
        if (head < 0
                || tail < 0
                || head + tail > end - start
                || !first.at(text, start, context)
                || !last.at(text, end - tail, context)) {
            return false;
        }
        return chunks.length == 2 || middle(text, start + head, end - tail, context);
    }

    private boolean middle(String text, int start, int end, RequestContext context) {
        int from = start;
        for (int i = 1; i < chunks.length - 1; i++) {
            int found = chunks[i].find(text, from, end, context);
            if (found < 0) {
                return false;
            }
            from = found + chunks[i].length(context);
        }
        return true;
    }
}
