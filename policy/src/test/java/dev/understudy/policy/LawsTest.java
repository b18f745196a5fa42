package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.RandomDocument.Names;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** What must be true of every decision, whatever the policies; held over generated worlds. */
class LawsTest {
    private static final int WORLDS = Integer.getInteger("understudy.laws", 600);
    private static final int QUESTIONS = 5;
    private static final long SEED = Long.getLong("understudy.seed", 20_260_115L);

    private static final List<String> LIMITS =
            List.of("boundary", "vpcEndpoint", "serviceControl", "resourceControl", "session");

    private static void eachWorld(BiConsumer<ObjectNode, Random> law) {
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            RandomWorld world = new RandomWorld(seed);
            Random random = new Random(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                law.accept(world.json(), random);
                world.ask();
            }
        }
    }

    private static String decide(ObjectNode given) {
        return SpecWorld.text(
                Evaluator.decide(SpecWorld.request(given), SpecWorld.policies(given)));
    }

    private static boolean allowed(ObjectNode given) {
        return decide(given).equals("allowed");
    }

    private static boolean isFederated(ObjectNode given) {
        return given.get("principal").get("type").asString().equals("federated");
    }

    @Test
    void anExplicitDenyOfAnyTypeWins() {
        eachWorld((given, random) -> {
            for (String layer : Variations.layers()) {
                boolean linked = given.get("principal").has("serviceLinked");
                if (linked && Variations.LEVELS.contains(layer)
                        || layer.equals("resourcePolicy") && given.get("policies").has("trust")) {
                    continue;
                }
                ObjectNode denied =
                        Variations.with(given, layer, Variations.everything("Deny", layer));
                assertThat(decide(denied)).as("%s", denied).startsWith("explicit ");
            }
        });
    }

    @Test
    void withoutAPolicyNobodyMayButTheRootUserAtHome() {
        eachWorld((given, random) -> {
            ObjectNode bare = given.deepCopy();
            bare.putObject("policies");
            boolean root = bare.get("principal").get("type").asString().equals("root");
            boolean home = List.of("", "111122223333").contains(bare.path("owner").asString(""));
            assertThat(allowed(bare)).as("%s", bare).isEqualTo(root && home);
        });
    }

    @Test
    void whatLimitsNeverGrants() {
        eachWorld((given, random) -> {
            RandomDocument documents = new RandomDocument(random);
            boolean before = allowed(given);
            for (String layer : LIMITS) {
                // A federated user without session policies may do nothing.
                if (layer.equals("session") && isFederated(given)
                        || given.get("policies").has(layer)) {
                    continue;
                }
                for (ObjectNode document :
                        List.of(
                                Variations.everything("Allow", layer),
                                documents.next(Names.EVERYONE))) {
                    ObjectNode limited = Variations.with(given, layer, document);
                    assertThat(!allowed(limited) || before).as("%s", limited).isTrue();
                }
            }
        });
    }

    @Test
    void anAllowNeverTakesAndADenyNeverGives() {
        eachWorld((given, random) -> {
            RandomDocument documents = new RandomDocument(random);
            boolean before = allowed(given);
            for (String effect : List.of("Allow", "Deny")) {
                ObjectNode changed = given.deepCopy();
                for (ArrayNode statements : Variations.statements(changed)) {
                    ObjectNode more =
                            (ObjectNode)
                                    Variations.list(documents.next(Names.EVERYONE).get("Statement"))
                                            .get(0)
                                            .deepCopy();
                    statements.add(more.put("Effect", effect));
                }
                boolean after = allowed(changed);
                boolean lawful = effect.equals("Allow") ? after || !before : before || !after;
                assertThat(lawful).as("%s more: %s", effect, changed).isTrue();
            }
        });
    }

    @Test
    void orderAndDuplicatesDoNotMatter() {
        eachWorld((given, random) -> {
            ObjectNode shuffled = given.deepCopy();
            for (ArrayNode statements : Variations.statements(shuffled)) {
                Variations.duplicateAndShuffle(statements, random);
            }
            for (String layer : Variations.LISTS) {
                if (shuffled.get("policies").has(layer)) {
                    Variations.duplicateAndShuffle(
                            shuffled.get("policies").withArray(layer), random);
                }
            }
            for (String layer : Variations.LEVELS) {
                for (JsonNode level : shuffled.get("policies").path(layer)) {
                    Variations.duplicateAndShuffle((ArrayNode) level, random);
                }
            }
            assertThat(decide(shuffled)).as("%s", shuffled).isEqualTo(decide(given));
        });
    }

    @Test
    void aPolicyIsWorthItsStatements() {
        eachWorld((given, random) -> {
            ObjectNode split = given.deepCopy();
            for (String layer : Variations.LISTS) {
                ArrayNode pieces = RandomWorld.JSON.createArrayNode();
                for (JsonNode document : given.get("policies").path(layer)) {
                    Variations.pieces(document).forEach(pieces::add);
                }
                if (given.get("policies").has(layer)) {
                    ((ObjectNode) split.get("policies")).set(layer, pieces);
                }
            }
            assertThat(decide(split)).as("%s", split).isEqualTo(decide(given));
        });
    }

    @Test
    void otherWordsForTheSameDocumentDecideAlike() {
        eachWorld((given, random) -> {
            ObjectNode other = given.deepCopy();
            ObjectNode policies = (ObjectNode) other.get("policies");
            for (String layer : Variations.SINGLES) {
                if (policies.has(layer)) {
                    policies.put(layer, rendered(policies.get(layer), random));
                }
            }
            for (String layer : Variations.LISTS) {
                ArrayNode list = RandomWorld.JSON.createArrayNode();
                policies.path(layer).forEach(item -> list.add(rendered(item, random)));
                if (policies.has(layer)) {
                    policies.set(layer, list);
                }
            }
            assertThat(decide(other)).as("%s", other).isEqualTo(decide(given));
        });
    }

    private static String rendered(JsonNode document, Random random) {
        if (document.isString()) {
            return document.asString();
        }
        String text = Rendering.of(document, random);
        PolicyDocument parsed = PolicyDocument.parse(text);
        assertThat(PolicyDocument.parse(parsed.text())).isEqualTo(parsed);
        assertThat(parsed.rewritePrincipals(value -> value)).isEqualTo(text);
        assertThat(parsed.statements()).hasSize(Variations.list(document.get("Statement")).size());
        for (Statement statement : parsed.statements()) {
            assertThat(RandomWorld.JSON.readTree(statement.text()).get("Sid").asString())
                    .isEqualTo(statement.sid());
        }
        return text;
    }
}
