package dev.understudy.analysis.lint;

import dev.understudy.policy.Json;
import dev.understudy.policy.Json.JsonString;

import org.jspecify.annotations.Nullable;

/**
 * One principal that a statement names.
 *
 * @param type {@code AWS}, {@code Service}, ...; {@code *} for the bare star
 * @param list what it stands in: an array, or itself
 */
record PrincipalView(String type, JsonString value, @Nullable Json list) {
    String text() {
        return value.value();
    }

    boolean isEveryone() {
        return text().equals("*") && (type.equals("*") || type.equals("AWS"));
    }

    Span span() {
        return Span.of(value);
    }
}
