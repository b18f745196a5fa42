package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The condition keys of a request with their values. Key names are the same whatever the case of
 * their ASCII letters. A key may be present with no value at all. Immutable.
 */
public final class RequestContext {
    /** A request without any key. */
    public static final RequestContext EMPTY = builder().build();

    private final Map<String, Entry> entries;

    private RequestContext(Map<String, Entry> entries) {
        this.entries = entries;
    }

    private record Entry(String name, List<String> values, boolean multivalued) {}

    /** A builder without any key. */
    public static Builder builder() {
        return new Builder();
    }

    /** The values of the key, whatever its case; null if it is not there. */
    public @Nullable List<String> values(String key) {
        return valuesOf(Ascii.lower(key));
    }

    /** The same for a key that is lower case already. */
    @Nullable List<String> valuesOf(String lowerKey) {
        Entry entry = entries.get(lowerKey);
        return entry == null ? null : entry.values();
    }

    /** The value of a key that has one; null for what is missing, empty or multivalued. */
    @Nullable String single(String lowerKey) {
        Entry entry = entries.get(lowerKey);
        return entry == null || entry.multivalued() || entry.values().isEmpty()
                ? null
                : entry.values().get(0);
    }

    /** Gives every key, as it was spelled, with its values. */
    public void forEach(BiConsumer<String, List<String>> reader) {
        entries.values().forEach(entry -> reader.accept(entry.name(), entry.values()));
    }

    /** A builder with these keys. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.entries.putAll(entries);
        return builder;
    }

    /** Collects keys; a key given again replaces the former, whatever its case. */
    public static final class Builder {
        /** More than a request has keys by itself. */
        private static final int USUAL = 64;

        private Map<String, Entry> entries = new HashMap<>(USUAL);
        private boolean built;

        private Builder() {}

        private Map<String, Entry> own() {
            if (built) {
                entries = new HashMap<>(entries);
                built = false;
            }
            return entries;
        }

        /** A key with one value. */
        public Builder put(String key, String value) {
            own().put(Ascii.lower(key), new Entry(key, List.of(value), false));
            return this;
        }

        /** A key of many values, or none. */
        public Builder putAll(String key, Collection<String> values) {
            own().put(Ascii.lower(key), new Entry(key, List.copyOf(values), true));
            return this;
        }

        /** Without the key, whatever its case. */
        public Builder remove(String key) {
            own().remove(Ascii.lower(key));
            return this;
        }

        /** The keys so far; what comes later is not in it. */
        public RequestContext build() {
            built = true;
            return new RequestContext(entries);
        }
    }
}
