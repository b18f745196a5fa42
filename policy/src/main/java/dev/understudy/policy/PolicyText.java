package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A policy's text as it was written, for tools that point at places in it: the JSON tree with the
 * offsets of every value, or the problem that keeps the text from being JSON. It decides nothing,
 * and the tree may be of any form; what may be saved is {@link PolicyReader}'s to say. Immutable.
 */
public final class PolicyText {
    private final String text;
    private final int[] lineStarts;
    private final @Nullable Json root;
    private final @Nullable Problem problem;

    private PolicyText(String text, @Nullable Json root, JsonParser.@Nullable Malformed malformed) {
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.root = root;
        this.problem = malformed == null ? null : problem(malformed);
    }

    /** Reads any text; it never throws, and takes time in proportion to its length. */
    public static PolicyText read(String text) {
        try {
            return new PolicyText(text, JsonParser.parse(text), null);
        } catch (JsonParser.Malformed malformed) {
            return new PolicyText(text, null, malformed);
        }
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts = lines == starts.length ? Arrays.copyOf(starts, lines * 2) : starts;
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    private Problem problem(JsonParser.Malformed malformed) {
        String message = malformed.getMessage();
        return new Problem(
                position(Math.min(malformed.offset(), text.length())),
                message == null ? "malformed" : message);
    }

    /** The text itself. */
    public String text() {
        return text;
    }

    /** The JSON value; null exactly if there is a {@link #problem()}. */
    public @Nullable Json root() {
        return root;
    }

    /** Why the text is no JSON that a policy may be: also a name given twice in one object. */
    public @Nullable Problem problem() {
        return problem;
    }

    /**
     * The place of the character at an offset.
     *
     * @param offset from 0 to the text's length
     */
    public Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - lineStarts[line] + 1, offset);
    }

    /**
     * The text of a line without its end.
     *
     * @param line from 1
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public String line(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        boolean carriage = end > start && text.charAt(end - 1) == '\r';
        return text.substring(start, carriage ? end - 1 : end);
    }
}
