package dev.understudy.policy;

/**
 * A document and where it comes from.
 *
 * @param name a managed policy's ARN, or where an inline one hangs: {@code
 *     user/alice/inline/readIt}
 */
public record PolicySource(String name, PolicyKind kind, PolicyDocument document) {}
