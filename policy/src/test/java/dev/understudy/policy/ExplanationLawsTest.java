package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of every explanation, over generated worlds. */
class ExplanationLawsTest {
    private static final int WORLDS = Integer.getInteger("understudy.explained", 4_000);
    private static final long SEED = Long.getLong("understudy.seed", 20_260_222L);
    private static final JsonMapper JSON = new JsonMapper();

    private interface Law {
        void hold(Drawn world, Explanation explanation);
    }

    /** A generated case, read. */
    private record Drawn(ObjectNode json, AccessRequest request, PolicySet policies) {
        static Drawn of(long seed) {
            ObjectNode json = new RandomWorld(seed).json();
            return new Drawn(json, SpecWorld.request(json), SpecWorld.policies(json));
        }

        /** Whether a document of this kind denies because it cannot be read. */
        boolean isUnreadable(PolicyKind kind) {
            return Explainer.sources(policies).stream()
                    .anyMatch(source -> source.kind() == kind && source.document().isUnreadable());
        }

        /** Whether no document is lost, and the principal is not of another partition. */
        boolean isMendable() {
            return Stream.of(PolicyKind.values()).noneMatch(this::isUnreadable)
                    && !request.principal().arn().startsWith("arn:aws-cn:");
        }

        /** What the plain reference says to the same request under other policies. */
        String referenceUnder(PolicySet others) {
            ObjectNode given = json.deepCopy();
            ObjectNode layers = (ObjectNode) given.get("policies");
            put(layers, "identity", others.identity());
            put(layers, "session", others.session());
            put(layers, "boundary", others.boundary());
            PolicySource resource = others.resource();
            boolean trust = resource != null && resource.kind() == PolicyKind.TRUST;
            put(layers, trust ? "trust" : "resourcePolicy", resource);
            put(layers, "vpcEndpoint", others.vpcEndpoint());
            levels(layers, "serviceControl", others.serviceControl());
            levels(layers, "resourceControl", others.resourceControl());
            return Reference.decide(given);
        }

        private static void put(ObjectNode layers, String name, @Nullable PolicySource source) {
            if (source != null) {
                layers.set(name, json(source));
            }
        }

        private static void put(
                ObjectNode layers, String name, @Nullable List<PolicySource> sources) {
            if (sources != null) {
                fill(layers.putArray(name), sources);
            }
        }

        private static void levels(
                ObjectNode layers, String name, List<List<PolicySource>> levels) {
            if (!levels.isEmpty()) {
                ArrayNode list = layers.putArray(name);
                levels.forEach(level -> fill(list.addArray(), level));
            }
        }

        private static void fill(ArrayNode list, List<PolicySource> sources) {
            sources.forEach(source -> list.add(json(source)));
        }

        private static JsonNode json(PolicySource source) {
            String text = source.document().text();
            return source.document().isUnreadable()
                    ? JSON.getNodeFactory().stringNode(text)
                    : JSON.readTree(text);
        }
    }

    private static void forAll(Law law) {
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            Drawn world = Drawn.of(seed);
            try {
                law.hold(world, Evaluator.explain(world.request(), world.policies()));
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("seed " + seed + "\n" + world.json(), broken);
            }
        }
    }

    @Test
    void everyProposedChangeTurnsTheDecisionAndNoneIsNeedless() {
        int[] proposed = {0, 0, 0, 0};
        forAll((world, explanation) -> {
            boolean allowed = explanation.decision().allowed();
            for (Proposal proposal : explanation.changes()) {
                assertThat(Evaluator.decide(proposal.request(), proposal.policies()).allowed())
                        .as("%s", proposal.text())
                        .isNotEqualTo(allowed);
                List<Change> changes = proposal.changes();
                for (int i = 0; i < changes.size() && changes.size() > 1; i++) {
                    List<Change> fewer = new ArrayList<>(changes);
                    fewer.remove(i);
                    ChangedWorld less =
                            ChangedWorld.of(
                                    world.request(), world.policies(), fewer, new Statements());
                    assertThat(less.decide().allowed())
                            .as("without %s", changes.get(i).text())
                            .isEqualTo(allowed);
                }
            }
            Principal who = world.request().principal();
            boolean named = who.account() != null || who instanceof Principal.ServicePrincipal;
            if (named && !allowed && world.isMendable()) {
                proposed[explanation.changes().isEmpty() ? 1 : 2]++;
            }
            proposed[3] += !allowed && size(explanation) > 1 ? 1 : 0;
        });
        // Whoever can be named can be granted what was asked, but for a few whom much keeps out.
        assertThat(proposed[1]).as("without a way out").isLessThan(proposed[2] / 10);
        assertThat(proposed[3]).as("sets of several changes").isGreaterThan(WORLDS / 50);
    }

    private static int size(Explanation explanation) {
        return explanation.changes().isEmpty() ? 0 : explanation.changes().get(0).changes().size();
    }

    @Test
    void aSinglePolicyChangeTurnsThePlainReferenceToo() {
        int[] checked = {0};
        forAll((world, explanation) -> {
            for (Proposal proposal : explanation.changes()) {
                boolean control =
                        proposal.changes().stream()
                                .anyMatch(c -> !(c instanceof Change.StatementAdded));
                if (control || explanation.decision().allowed()) {
                    continue;
                }
                checked[0]++;
                assertThat(world.referenceUnder(proposal.policies()))
                        .as("%s", proposal.text())
                        .isEqualTo("allowed");
            }
        });
        assertThat(checked[0]).isGreaterThan(WORLDS / 10);
    }

    @Test
    void whatDecidedAgreesWithTheDecision() {
        forAll((world, explanation) -> {
            List<StatementResult> deciding = explanation.deciding();
            if (explanation.decision() instanceof Decision.Denied denied) {
                boolean stated =
                        deciding.stream().anyMatch(r -> r.source().kind() == denied.kind());
                boolean lost = denied.explicit() && world.isUnreadable(denied.kind());
                assertThat(stated || lost)
                        .as("the type that is named has a statement that denies, or is lost")
                        .isEqualTo(denied.explicit());
                assertThat(verdict(explanation, denied.kind()))
                        .as("the type that is named did not allow")
                        .isNotEqualTo(KindVerdict.Verdict.ALLOWS);
            } else if (!(world.request().principal() instanceof Principal.RootUser)) {
                assertThat(deciding).isNotEmpty();
            }
            assertThat(deciding).allMatch(StatementResult::matched);
            assertThat(matched(explanation)).containsAll(places(deciding));
        });
    }

    private static List<String> matched(Explanation explanation) {
        return places(explanation.statements().stream().filter(StatementResult::matched).toList());
    }

    private static List<String> places(List<StatementResult> results) {
        return results.stream().map(r -> r.source().kind() + " " + r.place()).toList();
    }

    private static KindVerdict.Verdict verdict(Explanation explanation, PolicyKind kind) {
        return explanation.verdicts().stream()
                .filter(verdict -> verdict.kind() == kind)
                .findFirst()
                .map(KindVerdict::verdict)
                .orElse(KindVerdict.Verdict.NONE);
    }

    @Test
    void nearMissesAreAllowsThatDidNotMatchTheFewestHurdlesFirst() {
        forAll((world, explanation) -> {
            List<NearMiss> misses = explanation.nearMisses();
            assertThat(misses).hasSizeLessThanOrEqualTo(NearMisses.MOST);
            int before = 1;
            for (NearMiss miss : misses) {
                assertThat(miss.statement().statement().effect()).isEqualTo(Effect.ALLOW);
                assertThat(miss.statement().matched()).isFalse();
                assertThat(miss.hurdles()).hasSizeGreaterThanOrEqualTo(before);
                before = miss.hurdles().size();
            }
        });
    }

    @Test
    void noProposalIsWiderThanTheQuestion() {
        forAll((world, explanation) -> {
            for (Proposal proposal : explanation.changes()) {
                for (Change change : proposal.changes()) {
                    if (change instanceof Change.StatementAdded added) {
                        var statement = JSON.readTree(added.statement());
                        assertThat(statement.get("Action").asString())
                                .isEqualTo(world.request().action());
                        if (statement.has("Resource")) {
                            assertThat(statement.get("Resource").asString())
                                    .isEqualTo(world.request().resource());
                        }
                        // A resource control policy can name nobody but everyone.
                        if (added.kind() != PolicyKind.RESOURCE_CONTROL) {
                            assertThat(statement.path("Principal").toString()).doesNotContain("*");
                        }
                    }
                }
            }
        });
    }

    @Test
    void everyFormCanBeReadAndHoldsToItsForm() {
        forAll((world, explanation) -> {
            var json = JSON.readTree(explanation.toJson());
            assertThat(Set.of("allowed", "explicitDeny", "implicitDeny"))
                    .contains(json.get("verdict").asString());
            assertThat(json.get("proposals")).hasSize(explanation.changes().size());
            assertThat(explanation.oneLine()).doesNotContain("\n");
            assertThat(explanation.toAssertion()).doesNotContain("\n");
            assertThat(explanation.toText()).doesNotContain("\u001b").endsWith("\n");
            assertThat(explanation.toText(TextStyle.COLOUR).replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(explanation.toText());
        });
    }
}
