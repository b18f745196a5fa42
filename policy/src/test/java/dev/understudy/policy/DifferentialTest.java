package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;

/**
 * Generated worlds, decided by the evaluator and by the plain reference. {@code
 * -Dunderstudy.decisions=N} decides more, {@code -Dunderstudy.seed=S} others; a disagreement prints
 * the smallest case that shows it, ready for {@code spec/policy}.
 */
class DifferentialTest {
    private static final long DECISIONS = Long.getLong("understudy.decisions", 5_000_000L);
    private static final long SEED = Long.getLong("understudy.seed", 20_260_115L);

    /** Reading documents costs more than deciding, so that each world is asked a lot. */
    private static final int QUESTIONS = 200;

    @Test
    void bothDecideAlike() {
        Map<String, Integer> answers = new HashMap<>();
        long seed = SEED;
        for (long decided = 0; decided < DECISIONS; decided += QUESTIONS) {
            RandomWorld world = new RandomWorld(seed++);
            PolicySet policies = SpecWorld.policies(world.json());
            for (int i = 0; i < QUESTIONS; i++) {
                String answer = decideBoth(world.json(), policies, seed - 1);
                answers.merge(answer, 1, Integer::sum);
                world.ask();
            }
        }
        // A generator whose worlds are all alike would prove nothing.
        assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(DecisionTexts.ALL);
        assertThat(answers.get("allowed").longValue())
                .isBetween(DECISIONS / 20, DECISIONS * 19 / 20);
    }

    private static String decideBoth(ObjectNode given, PolicySet policies, long seed) {
        AccessRequest request = SpecWorld.request(given);
        String fast = SpecWorld.text(Evaluator.decide(request, policies));
        String plain = Reference.decide(given);
        if (!fast.equals(plain)) {
            throw new AssertionError(
                    "seed "
                            + seed
                            + ": decided "
                            + fast
                            + ", the reference says "
                            + plain
                            + "\n"
                            + printed(given));
        }
        return fast;
    }

    private static String printed(ObjectNode given) {
        ObjectNode smallest = Shrinker.shrink(given, DifferentialTest::disagree);
        smallest.put("expect", Reference.decide(smallest));
        smallest.putArray("deciding");
        Reference.deciding(smallest).forEach(smallest.withArray("deciding")::add);
        return smallest.toString();
    }

    private static boolean disagree(ObjectNode given) {
        Decision decision = Evaluator.decide(SpecWorld.request(given), SpecWorld.policies(given));
        return !SpecWorld.text(decision).equals(Reference.decide(given));
    }

    @Test
    void disagreementsShrinkToTheirCause() {
        ObjectNode given = new RandomWorld(SEED).json();
        given.set("policies", new RandomWorld(SEED + 1).json().get("policies"));
        ObjectNode identity = RandomWorld.JSON.createObjectNode();
        identity.set(
                "Statement",
                RandomWorld.JSON.readTree(
                        "[{\"Effect\":\"Allow\",\"Action\":[\"a:b\",\"s3:*\"],\"Resource\":\"*\"},"
                                + "{\"Effect\":\"Deny\",\"Action\":\"x:y\",\"Resource\":\"*\"}]"));
        given.withObject("/policies").putArray("identity").add(identity);
        ObjectNode smallest =
                Shrinker.shrink(
                        given, smaller -> smaller.get("policies").toString().contains("s3:*"));
        assertThat(smallest.get("policies").toString())
                .isEqualTo("{\"identity\":[{\"Statement\":{\"Action\":\"s3:*\"}}]}");
        assertThat(smallest.has("context")).isFalse();
    }
}
