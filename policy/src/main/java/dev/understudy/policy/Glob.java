package dev.understudy.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern in which {@code *} stands for any run of characters and {@code ?} for one. It is cut at
 * its stars into chunks that are looked for one after the other, leftmost first, so that matching
 * never goes back over what it matched.
 */
final class Glob {
    /** Stands for {@code ?} inside a chunk; no document can hold this character. */
    static final char ANY_ONE = '\uFFFF';

    /** Stands for {@code *} while a pattern is put together. */
    static final char ANY_RUN = '\uFFFE';

    private final String[] chunks;
    private final boolean exact;

    private Glob(String[] chunks) {
        this.chunks = chunks;
        this.exact = chunks.length == 1;
    }

    /** The pattern in this text, whose every star and question mark is a wildcard. */
    static Glob of(String pattern) {
        return marked(pattern.replace('*', ANY_RUN).replace('?', ANY_ONE));
    }

    /**
     * The pattern in a text where {@link #ANY_RUN} and {@link #ANY_ONE} are the wildcards, and all
     * else is literal.
     */
    static Glob marked(String marked) {
        List<String> chunks = new ArrayList<>();
        int start = 0;
        for (int end = marked.indexOf(ANY_RUN); end >= 0; end = marked.indexOf(ANY_RUN, start)) {
            chunks.add(marked.substring(start, end));
            start = end + 1;
        }
        chunks.add(marked.substring(start));
        return new Glob(chunks.toArray(String[]::new));
    }

    /** Whether everything matches. */
    boolean isEverything() {
        return chunks.length == 2 && chunks[0].isEmpty() && chunks[1].isEmpty();
    }

    boolean matches(String text) {
        return matches(text, 0, text.length());
    }

    /** Whether the part of the text between start and end matches as a whole. */
    boolean matches(String text, int start, int end) {
        String first = chunks[0];
        if (exact) {
            return first.length() == end - start && at(text, start, first);
        }
        String last = chunks[chunks.length - 1];
        if (first.length() + last.length() > end - start
                || !at(text, start, first)
                || !at(text, end - last.length(), last)) {
            return false;
        }
        int from = start + first.length();
        int to = end - last.length();
        for (int i = 1; i < chunks.length - 1; i++) {
            int found = find(text, from, to, chunks[i]);
            if (found < 0) {
                return false;
            }
            from = found + chunks[i].length();
        }
        return true;
    }

    private static int find(String text, int from, int to, String chunk) {
        if (chunk.indexOf(ANY_ONE) < 0) {
            int found = text.indexOf(chunk, from);
            return found >= 0 && found + chunk.length() <= to ? found : -1;
        }
        for (int i = from; i + chunk.length() <= to; i++) {
            if (at(text, i, chunk)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean at(String text, int offset, String chunk) {
        for (int i = 0; i < chunk.length(); i++) {
            char wanted = chunk.charAt(i);
            if (wanted != ANY_ONE && wanted != text.charAt(offset + i)) {
                return false;
            }
        }
        return true;
    }
}
