package dev.understudy.house;

import java.util.stream.IntStream;

/**
 * Finds the methods of a formatted Java file by their indentation, which the formatter keeps
 * regular.
 */
final class Methods {
    private Methods() {}

    /** The number of lines of each method body, braces included. */
    static int[] lengths(String text) {
        IntStream.Builder lengths = IntStream.builder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (opensMethod(lines[i])) {
                String end = " ".repeat(indent(lines[i])) + "}";
                int close = i;
                while (close < lines.length && !lines[close].equals(end)) {
                    close++;
                }
                lengths.add(close - i + 1);
            }
        }
        return lengths.build().toArray();
    }

    private static boolean opensMethod(String line) {
        int indent = indent(line);
        return (indent == 4 || indent == 8)
                && line.endsWith(") {")
                && !line.stripLeading()
                        .matches(
                                "(if|for|while|switch|try|synchronized|do|\\}|return|record|catch)\\b.*|.*->.*");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
