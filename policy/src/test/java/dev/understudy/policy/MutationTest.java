package dev.understudy.policy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/**
 * Feeds {@link FuzzTargets} with {@link FuzzSeeds} as they are, and then, seeded, with what comes
 * of cutting them up. {@code PolicyFuzzTest} does the same guided by coverage.
 */
class MutationTest {
    private static final int ROUNDS = Integer.getInteger("understudy.mutations", 3_000);
    private static final String LETTERS =
            "\"\\{}[]:,*?$%./-+0123456789aeTZxn\u0000\u00e9\ud800\uffff ";

    private final Random random = new Random(Long.getLong("understudy.seed", 20_260_115L));

    @Test
    void documents() {
        List<String> seeds = FuzzSeeds.documents();
        seeds.forEach(FuzzTargets::document);
        for (int i = 0; i < ROUNDS; i++) {
            FuzzTargets.document(mutated(seeds));
        }
    }

    @Test
    void conditions() {
        List<String> seeds = FuzzSeeds.values();
        seeds.forEach(seed -> FuzzTargets.condition(seed, seed));
        for (int i = 0; i < ROUNDS; i++) {
            String wanted = mutated(seeds);
            FuzzTargets.condition(wanted, random.nextBoolean() ? wanted : mutated(seeds));
        }
    }

    @Test
    void arns() {
        List<String> seeds = FuzzSeeds.arns();
        seeds.forEach(seed -> FuzzTargets.arn(seed, seed));
        for (int i = 0; i < ROUNDS; i++) {
            FuzzTargets.arn(mutated(seeds), mutated(seeds));
        }
    }

    private String mutated(List<String> seeds) {
        StringBuilder text = new StringBuilder(pick(seeds));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(5)) {
                case 0:
                    text.delete(at, end);
                    break;
                case 1:
                    text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(40)));
                    break;
                case 2:
                    String other = pick(seeds);
                    text.insert(at, other.substring(random.nextInt(other.length() + 1)));
                    break;
                default:
                    text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return text.toString();
    }

    private String pick(List<String> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }
}
