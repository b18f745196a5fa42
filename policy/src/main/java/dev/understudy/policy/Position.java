package dev.understudy.policy;

/**
 * A place in a document.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param offset from 0, in characters
 */
public record Position(int line, int column, int offset) {
    /** The place of the character at this offset. */
    static Position of(String text, int offset) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(offset, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, offset - lineStart + 1, offset);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
