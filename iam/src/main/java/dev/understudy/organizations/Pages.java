package dev.understudy.organizations;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Pages of a list that is sorted by id. A token holds the last id of its page, so that what is
 * inserted or deleted meanwhile neither repeats nor skips anything else.
 *
 * @param nextToken null on the last page
 */
record Pages<T>(List<T> items, @Nullable String nextToken) {
    private static final int MOST = 20;

    static <T> Pages<T> of(
            Collection<T> sorted,
            Function<T, String> id,
            @Nullable Integer maxResults,
            @Nullable String token) {
        int limit = maxResults == null ? MOST : maxResults;
        String after = token == null ? null : decode(token);
        List<T> items = new ArrayList<>();
        for (T item : sorted) {
            if (after != null && id.apply(item).compareTo(after) <= 0) {
                continue;
            }
            if (items.size() == limit) {
                return new Pages<>(items, encode(id.apply(items.getLast())));
            }
            items.add(item);
        }
        return new Pages<>(items, null);
    }

    private static String encode(String id) {
        return Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw OrganizationsErrors.invalid(
                    "INVALID_NEXT_TOKEN", "You specified an invalid value for NextToken.");
        }
    }
}
