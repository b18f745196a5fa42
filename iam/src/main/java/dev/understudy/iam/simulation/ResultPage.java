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
 * A page of a simulation's results. Only what is on the page is decided, and a page ends early where
 * very many statements decide, as AWS says that pages may. The pairs of actions and
 * resources are the request's own, so that a marker need hold no more than how many are done.
 *
 * @param marker where it goes on; null on the last page
 */
record ResultPage(List<EvaluationResult> results, @Nullable String marker) {
    private static final int DEFAULT_ITEMS = 100;
    private static final int MOST_STATEMENTS = 5_000;
    private static final String MARK = "simulated:";

    static ResultPage of(
            int count,
            IntFunction<EvaluationResult> result,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        int from = marker == null ? 0 : done(marker, count);
        int to = Math.min(count, from + (maxItems == null ? DEFAULT_ITEMS : maxItems));
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
