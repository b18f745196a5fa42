package dev.understudy.federation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * All that a verifier found, in its order.
 *
 * @param proof what a verification answers: the refusal of the first finding that is not OK, or the
 *     identity
 * @param claims what the token claims, proven or not; null if it cannot be read
 */
public record Examination(List<Finding> findings, Proof proof, @Nullable ClaimedIdentity claims) {
    public Examination {
        findings = List.copyOf(findings);
    }
}
