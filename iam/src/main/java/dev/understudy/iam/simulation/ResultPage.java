package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.ValidationError;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.EvaluationResult;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A page of a simulation's results. Only what is on the page is decided, and a page ends early
 * where deciding takes long or very many statements decide, as AWS says that pages may. The pairs
 * of actions and resources are the request's own, so that a marker need hold no more than how many
 * are done.
 *
 * @param marker where it goes on; null on the last page
 */
record ResultPage(List<EvaluationResult> results, @Nullable String marker) {
    private static final int DEFAULT_ITEMS = 100;
    private static final int MOST_STATEMENTS = 5_000;

    /** Characters of policies read for one page; each result reads all of them. */
    private static final long MOST_READ = 8_000_000;

    private static final String MARK = "simulated:";

    /**
     * The page behind the marker.
     *
     * @param count of all results
     * @param size characters of all policies together
     */
    static ResultPage of(
            int count,
            long size,
            IntFunction<EvaluationResult> result,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        int from = marker == null ? 0 : done(marker, count);
        long affordable = Math.max(1, MOST_READ / Math.max(1, size));
        long most = Math.min(affordable, maxItems == null ? DEFAULT_ITEMS : maxItems);
        int to = (int) Math.min(count, from + most);
        List<EvaluationResult> results = new ArrayList<>();
        int statements = 0;
        while (from + results.size() < to && statements < MOST_STATEMENTS) {
            EvaluationResult next = result.apply(from + results.size());
            statements += next.matchedStatements().size();
            results.add(next);
        }
        int done = from + results.size();
        return new ResultPage(results, done < count ? marker(done) : null);
    }

    boolean truncated() {
        return marker != null;
    }

    private static String marker(int done) {
        byte[] bytes = (MARK + done).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int done(String marker, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
            int done = text.startsWith(MARK) ? Integer.parseInt(text.substring(MARK.length())) : 0;
            if (done > 0 && done < count) {
                return done;
            }
        } catch (IllegalArgumentException notOurs) {
            // falls through: whatever is no marker of ours is invalid
        }
        throw ValidationError.marker();
    }
}
