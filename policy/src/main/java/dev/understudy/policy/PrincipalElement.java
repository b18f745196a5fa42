package dev.understudy.policy;

/**
 * One principal that a statement names.
 *
 * @param type {@code AWS}, {@code Service}, {@code Federated} or {@code CanonicalUser}; {@code AWS}
 *     for the bare star
 * @param value as written
 * @param start offset of the value's opening quote
 * @param end offset after its closing quote
 */
public record PrincipalElement(String type, String value, int start, int end) {}
