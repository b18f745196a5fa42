package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.stream.Stream;

/** Near misses and smallest changes, by the cases in {@code spec/policy/explain}. */
class ExplanationSpecTest {
    static Stream<Arguments> cases() {
        return Stream.of("near-misses", "principals", "limits")
                .flatMap(file ->
                        SpecFiles.cases("explain/" + file + ".json").stream()
                                .map(c -> Arguments.of(file + ": " + c.get("name").asString(), c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void explains(String name, JsonNode c) {
        AccessRequest request = SpecWorld.request(c);
        Explanation explanation = Evaluator.explain(request, SpecWorld.policies(c));
        assertThat(SpecWorld.text(explanation.decision())).isEqualTo(c.get("expect").asString());
        JsonNode json = new JsonMapper().readTree(explanation.toJson());
        String shown = explanation.toText();
        assertThat(json.get("nearMisses").size()).as(shown).isEqualTo(c.get("nearMisses").size());
        for (int i = 0; i < c.get("nearMisses").size(); i++) {
            JsonNode wanted = c.get("nearMisses").get(i);
            JsonNode actual = json.get("nearMisses").get(i);
            assertThat(actual.get("sid")).as(shown).isEqualTo(wanted.get("sid"));
            holdsEach(shown, actual.get("hurdles"), wanted.get("hurdles"));
        }
        assertThat(json.get("proposals").size()).as(shown).isEqualTo(c.get("proposals").size());
        for (int i = 0; i < c.get("proposals").size(); i++) {
            JsonNode actual = json.get("proposals").get(i).get("changes");
            holdsEach(shown, actual, c.get("proposals").get(i));
        }
        for (var type : c.path("policyTypes").properties()) {
            assertThat(json.get("policyTypes"))
                    .as(shown)
                    .anyMatch(v ->
                            v.get("type").asString().equals(type.getKey())
                                    && v.get("verdict").equals(type.getValue()));
        }
    }

    private static void holdsEach(String shown, JsonNode actual, JsonNode wanted) {
        assertThat(actual.size()).as(shown).isEqualTo(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode one = actual.get(i);
            wanted.get(i)
                    .properties()
                    .forEach(member ->
                            assertThat(one.get(member.getKey()))
                                    .as(member.getKey() + " of\n" + shown)
                                    .isEqualTo(member.getValue()));
        }
    }
}
