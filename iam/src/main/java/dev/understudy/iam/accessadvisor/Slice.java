package dev.understudy.iam.accessadvisor;

import dev.understudy.iam.errors.ValidationError;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is not sorted by name: the marker is the id of its last item.
 *
 * @param marker null on the last page
 */
public record Slice<T>(List<T> items, @Nullable String marker) {
    private static final int DEFAULT_ITEMS = 100;

    /** The page after the marker. */
    public static <T> Slice<T> of(
            List<T> all,
            Function<T, String> id,
            @Nullable Integer maxItems,
            @Nullable String marker) {
        int start = 0;
        if (marker != null) {
            while (start < all.size() && !id.apply(all.get(start)).equals(marker)) {
                start++;
            }
            if (start++ == all.size()) {
                throw ValidationError.marker();
            }
        }
        int end = Math.min(all.size(), start + (maxItems == null ? DEFAULT_ITEMS : maxItems));
        List<T> items = List.copyOf(all.subList(start, end));
        return new Slice<>(items, end < all.size() ? id.apply(items.getLast()) : null);
    }
}
