package dev.understudy.server.config;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/**
 * Something is configured that this program does not understand. The message names it, and what was
 * meant perhaps.
 */
public final class ConfigProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public ConfigProblem(String message) {
        super(message, null, false, false);
    }

    /** A name that is none of the known ones. */
    public static ConfigProblem unknown(String what, String name, Collection<String> known) {
        String nearest = nearest(name, known);
        String all = known.isEmpty() ? "there is none" : "known are " + String.join(", ", known);
        String hint = nearest == null ? all : "did you mean `" + nearest + "`?";
        return new ConfigProblem("unknown " + what + " `" + name + "`: " + hint);
    }

    /** The known name that is most like this one; null if none is like it. */
    public static @Nullable String nearest(String name, Collection<String> known) {
        String best = null;
        int least = 1 + Math.max(2, name.length() / 3);
        for (String candidate : known) {
            int distance =
                    distance(
                            name.toLowerCase(java.util.Locale.ROOT),
                            candidate.toLowerCase(java.util.Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
