package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How one condition of a statement fared.
 *
 * @param operator as the statement spells it
 * @param key as the statement spells it
 * @param wanted the statement's values
 * @param actual the request's; null if it has no such key
 * @param holds whether the request fulfils it
 * @param hint what is probably wrong; null if it holds, or nothing can be said
 */
public record ConditionResult(
        String operator,
        String key,
        List<String> wanted,
        @Nullable List<String> actual,
        boolean holds,
        @Nullable Hint hint) {
    public ConditionResult {
        wanted = List.copyOf(wanted);
        actual = actual == null ? null : List.copyOf(actual);
    }
}
