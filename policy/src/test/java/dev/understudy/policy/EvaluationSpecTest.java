package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Decisions with the statements that decided, by the cases in {@code spec/policy}; the plain
 * reference must agree.
 */
class EvaluationSpecTest {

    static Stream<Arguments> cases() {
        return Stream.of("identity", "resource", "cross-account", "limits", "trust")
                .flatMap(file ->
                        Spec.cases(file + ".json").stream()
                                .map(c -> Arguments.of(file + ": " + c.get("name").asString(), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsAwsDoes(String name, JsonNode c) {
        AccessRequest request =
                new AccessRequest(
                        SpecWorld.principal(c.get("principal")),
                        c.get("action").asString(),
                        c.get("resource").asString(),
                        AccountId.of(c.get("owner").asString()),
                        Spec.context(c.path("context")));
        PolicySet policies = SpecWorld.policies(c);
        Decision decision = Evaluator.decide(request, policies);
        assertThat(SpecWorld.text(decision)).isEqualTo(c.get("expect").asString());
        Explanation explanation = Evaluator.explain(request, policies);
        assertThat(explanation.decision()).isEqualTo(decision);
        List<String> deciding = new ArrayList<>();
        c.get("deciding").forEach(sid -> deciding.add(sid.asString()));
        assertThat(explanation.deciding().stream().map(result -> result.statement().sid()))
                .containsExactlyInAnyOrderElementsOf(deciding);
        assertThat(explanation.oneLine()).contains(decision.allowed() ? " may " : " may not ");
        assertThat(
                        new tools.jackson.databind.json.JsonMapper()
                                .readTree(explanation.toJson())
                                .get("verdict")
                                .asString())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theReferenceAgrees(String name, JsonNode c) {
        boolean unreadable = c.get("policies").toString().contains("\"unreadable\"");
        boolean endpoint =
                c.get("policies").has("vpcEndpoint") || c.get("policies").has("resourceControl");
        boolean partition = c.get("resource").asString().startsWith("arn:aws-cn");
        boolean levels = c.get("policies").path("serviceControl").size() > 1;
        if (unreadable || endpoint || partition || levels) {
            // The reference knows neither broken documents, endpoints, partitions, nor levels.
            return;
        }
        assertThat(Reference.decide(world(c))).isEqualTo(c.get("expect").asString());
    }

    private static Reference.World world(JsonNode c) {
        JsonNode who = c.get("principal");
        Principal principal = SpecWorld.principal(who);
        Map<String, List<String>> context = new LinkedHashMap<>();
        Spec.context(c.path("context")).forEach(context::put);
        List<Reference.Policy> policies = new ArrayList<>();
        JsonNode given = c.get("policies");
        add(policies, "IDENTITY", given.path("identity"));
        add(policies, "SESSION", given.path("session"));
        given.path("serviceControl").forEach(level -> add(policies, "SERVICE_CONTROL", level));
        for (String[] one :
                new String[][] {
                    {"boundary", "BOUNDARY"}, {"resourcePolicy", "RESOURCE"}, {"trust", "TRUST"}
                }) {
            if (given.has(one[0])) {
                policies.add(new Reference.Policy(one[1], given.get(one[0])));
            }
        }
        return new Reference.World(
                who.get("type").asString(),
                SpecWorld.names(principal),
                SpecWorld.roleNames(principal),
                principal.account() == null ? "" : principal.account().digits(),
                c.get("action").asString(),
                c.get("resource").asString(),
                c.get("owner").asString(),
                context,
                policies,
                given.has("session"),
                given.has("boundary"),
                given.path("required").asBoolean(false));
    }

    private static void add(List<Reference.Policy> policies, String kind, JsonNode documents) {
        documents.forEach(document -> policies.add(new Reference.Policy(kind, document)));
    }
}
