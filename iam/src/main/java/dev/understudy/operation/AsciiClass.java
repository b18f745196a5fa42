package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Which ASCII characters a pattern like {@code [\w+=,.@-]*} lets through: most of the model's
 * patterns are one class of characters, and a look into a table answers for them what the regular
 * expression would take ten times as long to say. What it does not pass is for the expression to
 * judge.
 */
final class AsciiClass {
    private static final int ASCII = 128;

    /** One class without classes in it or anything behind it but how often. */
    private static final Pattern RUN = Pattern.compile("\\[(?:[^\\[\\]&\\\\]|\\\\.)+\\][*+]");

    private final boolean[] passes;

    private AsciiClass(boolean[] passes) {
        this.passes = passes;
    }

    /** The class that the pattern is a run of; null if it is anything else. */
    static @Nullable AsciiClass of(Pattern pattern) {
        if (!RUN.matcher(pattern.pattern()).matches()) {
            return null;
        }
        boolean[] passes = new boolean[ASCII];
        for (char c = 0; c < ASCII; c++) {
            passes[c] = pattern.matcher(String.valueOf(c)).matches();
        }
        return new AsciiClass(passes);
    }

    /** Whether the text is one character or more, all of them of the class. */
    boolean isRunOf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ASCII || !passes[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
