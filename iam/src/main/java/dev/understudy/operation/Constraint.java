package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the model says of one member.
 *
 * @param required whether it must be there
 * @param least the least length, value or number of members; null if unbounded
 * @param most the greatest; null if unbounded
 * @param pattern what a text must match as a whole; null if anything
 * @param letters the same where the pattern is a run of one class of characters; else null
 * @param values the texts allowed; empty if any
 */
record Constraint(
        boolean required,
        @Nullable Long least,
        @Nullable Long most,
        @Nullable Pattern pattern,
        @Nullable AsciiClass letters,
        List<String> values) {
    /** A pattern is not tried on longer texts that are too long anyway: some patterns recurse. */
    private static final int PATTERN_LIMIT = 1_024;

    /** The constraint in the columns of the table after its name. */
    static Constraint of(String presence, String size, String pattern, String values) {
        int dots = size.indexOf("..");
        Pattern compiled = pattern.equals("-") ? null : Pattern.compile(pattern);
        return new Constraint(
                presence.equals("required"),
                dots < 0 ? null : bound(size.substring(0, dots)),
                dots < 0 ? null : bound(size.substring(dots + 2)),
                compiled,
                compiled == null ? null : AsciiClass.of(compiled),
                values.equals("-") ? List.of() : List.of(values.split("\\|")));
    }

    private static @Nullable Long bound(String digits) {
        return digits.isEmpty() ? null : Long.valueOf(digits);
    }

    boolean tooSmall(long size) {
        return least != null && size < least;
    }

    boolean tooLarge(long size) {
        return most != null && size > most;
    }

    boolean mismatches(String text) {
        return pattern != null
                && !(text.length() > PATTERN_LIMIT && tooLarge(text.length()))
                && !(letters != null && letters.isRunOf(text))
                && !pattern.matcher(text).matches();
    }

    boolean notAllowed(String text) {
        return !values.isEmpty() && !values.contains(text);
    }
}
