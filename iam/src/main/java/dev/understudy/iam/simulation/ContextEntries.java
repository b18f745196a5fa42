package dev.understudy.iam.simulation;

import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.policy.RequestContext;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.ContextEntry;

import java.util.List;

/** Condition keys as a request gives them: typed, each value held against its type. */
final class ContextEntries {
    private static final String LIST = "List";

    private ContextEntries() {}

    /** Puts the entries into the context, over what is there. InvalidInput for values that lie. */
    static void addTo(RequestContext.Builder context, List<ContextEntry> entries) {
        entries.forEach(entry -> add(context, entry));
    }

    private static void add(RequestContext.Builder context, ContextEntry entry) {
        String name = entry.contextKeyName();
        if (name == null) {
            throw InvalidInput.because("A context entry must have a ContextKeyName.");
        }
        List<String> values = entry.contextKeyValues();
        String type = type(entry.contextKeyTypeAsString(), values);
        boolean list = type.endsWith(LIST);
        if (!list && values.size() > 1) {
            throw InvalidInput.because(
                    "The context key " + name + " of type " + type + " has more than one value.");
        }
        ValueType checked =
                ValueType.of(list ? type.substring(0, type.length() - LIST.length()) : type);
        for (String value : values) {
            if (!checked.fits(value)) {
                throw InvalidInput.because(
                        "The value '"
                                + value
                                + "' of the context key "
                                + name
                                + " is no "
                                + type
                                + ".");
            }
        }
        if (list || values.isEmpty()) {
            context.putAll(name, values);
        } else {
            context.put(name, values.getFirst());
        }
    }

    /** Without a type, values are texts, one or many as they come. */
    private static String type(@Nullable String given, List<String> values) {
        if (given != null) {
            return given;
        }
        return values.size() > 1 ? "stringList" : "string";
    }
}
