package dev.understudy.iam.patterns;

import dev.understudy.iam.errors.ValidationError;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
            Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT))
                    .thenComparing(Comparator.naturalOrder());

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
        int limit = maxItems == null ? DEFAULT_ITEMS : maxItems;
        String after = marker == null ? null : decode(marker);
        List<T> items = new ArrayList<>(Math.min(limit, sorted.size()));
        for (T item : sorted) {
            if (after != null && ORDER.compare(name.apply(item), after) <= 0) {
                continue;
            }
            if (items.size() == limit) {
                return new Page<>(items, true, encode(name.apply(items.getLast())));
            }
            items.add(item);
        }
        return new Page<>(items, false, null);
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
