package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.ValidationError;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Pages of a list that is sorted by name ignoring case, and names that differ in nothing else by
 * their characters. A marker holds the last name of its page, so that what is inserted or deleted
 * meanwhile neither repeats nor skips anything else.
 */
public final class Paging {
    private static final int DEFAULT_ITEMS = 100;
    private static final String MARK = "1:";

    /** The order that lists must have, of names as they are written. */
    public static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private Paging() {}

    /**
     * One page.
     *
     * @param truncated whether more follows
     * @param marker where it does; null on the last page
     */
    public record Page<T>(List<T> items, boolean truncated, @Nullable String marker) {
        /** The page with each item told in another form. */
        public <R> List<R> map(Function<T, R> form) {
            return items.stream().map(form).toList();
        }
    }

    /** The page after the marker of a list whose names are in {@link #ORDER}. */
    public static <T> Page<T> page(
            Collection<T> sorted,
            Function<T, String> name,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        return page(sorted.stream(), name, maxItems, marker);
    }

    /** The same of a stream, which is read no further than the page goes. */
    public static <T> Page<T> page(
            Stream<T> sorted,
            Function<T, String> name,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        int limit = maxItems == null ? DEFAULT_ITEMS : maxItems;
        String after = after(marker);
        List<T> items =
                sorted.filter(item -> after == null || ORDER.compare(name.apply(item), after) > 0)
                        .limit(limit + 1L)
                        .toList();
        if (items.size() <= limit) {
            return new Page<>(items, false, null);
        }
        List<T> shown = items.subList(0, limit);
        return new Page<>(shown, true, encode(name.apply(shown.getLast())));
    }

    /**
     * The last name before the page of this marker; null if it is the first.
     *
     * @throws dev.understudy.operation.AwsError ValidationError for what is no marker
     */
    public static @Nullable String after(@Nullable String marker) {
        return marker == null ? null : decode(marker);
    }

    private static String encode(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + name).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String marker) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException notOurs) {
            // falls through: whatever is no marker of ours is invalid
        }
        throw ValidationError.marker();
    }
}
