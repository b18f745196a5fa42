package dev.understudy.operation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Feeds {@link ProofTargets} with what comes of cutting good and broken proofs up. {@link
 * ProofFuzzTest} does the same guided by coverage.
 *
 * <p>{@code -Dunderstudy.proofs=2000000} for more, {@code -Dunderstudy.seed=7} for others.
 */
class ProofMutationTest {
    private static final int PROOFS = Integer.getInteger("understudy.proofs", 60_000);

    private static final ProofTargets TARGETS = new ProofTargets();

    private final Mutation mutation = new Mutation(new Random(Long.getLong("understudy.seed", 1)));

    @Test
    void idTokens() {
        feed(PROOFS / 2, TARGETS.tokens(), TARGETS::token);
    }

    @Test
    void samlResponses() {
        feed(PROOFS / 10, TARGETS.responses(), TARGETS::response);
    }

    @Test
    void samlMetadata() {
        feed(PROOFS / 20, TARGETS.metadata(), TARGETS::metadata);
    }

    @Test
    void sessionTokens() {
        feed(PROOFS * 7 / 20, TARGETS.sessions(), TARGETS::session);
    }

    private void feed(int inputs, List<String> seeds, Consumer<String> target) {
        seeds.forEach(target);
        for (int i = 0; i < inputs; i++) {
            String input = mutation.of(seeds);
            try {
                target.accept(input);
            } catch (RuntimeException | AssertionError | StackOverflowError failed) {
                throw new AssertionError("input " + i + ": " + input, failed);
            }
        }
    }
}
