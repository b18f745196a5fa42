package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generated worlds, decided by the fast evaluator and by the plain reference. {@code
 * -Dunderstudy.worlds=N} decides more; a disagreement prints its seed and the whole world.
 */
class DifferentialTest {
    private static final int WORLDS = Integer.getInteger("understudy.worlds", 150_000);
    private static final long SEED = Long.getLong("understudy.seed", 20_260_115L);
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void bothDecideAlike() {
        int allowed = 0;
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            RandomWorld world = new RandomWorld(new Random(seed));
            String fast = SpecWorld.text(Evaluator.decide(world.request(), world.policies()));
            String plain = Reference.decide(world.reference());
            if (!fast.equals(plain)) {
                throw new AssertionError(
                        "seed " + seed + ": fast " + fast + ", plain " + plain + "\n" + world);
            }
            allowed += fast.equals("allowed") ? 1 : 0;
        }
        // A generator whose worlds are all alike would prove nothing.
        assertThat(allowed).isBetween(WORLDS / 20, WORLDS * 19 / 20);
    }

    @Test
    void lawsHold() {
        for (long seed = SEED; seed < SEED + WORLDS / 5; seed++) {
            RandomWorld world = new RandomWorld(new Random(seed));
            PolicySet policies = world.policies();
            boolean allowed = Evaluator.decide(world.request(), policies).allowed();
            List<PolicySource> reversed = new ArrayList<>(policies.identity());
            java.util.Collections.reverse(reversed);
            reversed.addAll(policies.identity());
            assertThat(
                            Evaluator.decide(
                                            world.request(),
                                            policies.toBuilder().identity(reversed).build())
                                    .allowed())
                    .as("order and duplicates do not matter, seed %d", seed)
                    .isEqualTo(allowed);
            PolicySource deny =
                    new PolicySource(
                            "deny",
                            PolicyKind.IDENTITY,
                            PolicyDocument.parse(
                                    "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
            assertThat(
                            Evaluator.decide(
                                            world.request(),
                                            policies.toBuilder().identity(List.of(deny)).build())
                                    .allowed())
                    .as("deny wins, seed %d", seed)
                    .isFalse();
            PolicySource more = world.randomSource(PolicyKind.BOUNDARY);
            if (policies.boundary() == null) {
                boolean bounded =
                        Evaluator.decide(
                                        world.request(),
                                        policies.toBuilder().boundary(more).build())
                                .allowed();
                assertThat(!bounded || allowed)
                        .as("a boundary never grants, seed %d", seed)
                        .isTrue();
            }
        }
    }

    @Test
    void documentsKeepTheirText() {
        for (long seed = SEED; seed < SEED + 2_000; seed++) {
            String text =
                    new RandomWorld(new Random(seed))
                            .randomSource(PolicyKind.RESOURCE)
                            .document()
                            .text();
            PolicyDocument document = PolicyDocument.parse(text);
            assertThat(document.rewritePrincipals(value -> value)).isEqualTo(text);
            assertThat(JSON.readTree(document.rewritePrincipals(value -> "x\"" + value)).toString())
                    .isNotEmpty();
        }
    }
}
