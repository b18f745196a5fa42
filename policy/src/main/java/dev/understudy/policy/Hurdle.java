package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

/**
 * One thing that kept a statement from matching.
 *
 * @param hint what is probably wrong; null if nothing can be said
 */
public record Hurdle(Mismatch mismatch, @Nullable Hint hint) {
    /** For people, in one line. */
    public String text() {
        return mismatch.text() + (hint == null ? "" : " (" + hint.text() + ")");
    }
}
