package dev.understudy.catalog;

/**
 * A condition key as AWS documents it.
 *
 * @param name in AWS's spelling; {@code ${...}} stands where each request has text of its own, as
 *     in {@code aws:ResourceTag/${TagKey}}
 * @param multivalued whether one request can carry several values, so that a condition needs {@code
 *     ForAllValues} or {@code ForAnyValue}
 */
public record ConditionKeyDefinition(String name, KeyType type, boolean multivalued) {}
