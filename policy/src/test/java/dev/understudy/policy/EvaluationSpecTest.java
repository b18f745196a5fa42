package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decisions with the statements that decided, by the cases in {@code spec/policy}; the plain
 * reference must agree. Under a locale whose letters fold oddly.
 */
class EvaluationSpecTest {
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void turkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    static List<SpecWorld> cases() {
        return SpecWorld.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsAwsDoes(SpecWorld world) {
        Decision decision = Evaluator.decide(world.request(), world.policies());
        assertThat(SpecWorld.text(decision)).isEqualTo(world.expected());
        Explanation explanation = Evaluator.explain(world.request(), world.policies());
        assertThat(explanation.decision()).isEqualTo(decision);
        assertThat(explanation.deciding().stream().map(result -> result.statement().sid()))
                .containsExactlyInAnyOrderElementsOf(world.deciding());
        assertThat(explanation.oneLine()).contains(decision.allowed() ? " may " : " may not ");
        assertThat(RandomWorld.JSON.readTree(explanation.toJson()).get("verdict").asString())
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theReferenceAgrees(SpecWorld world) {
        assertThat(Reference.decide(world.json())).isEqualTo(world.expected());
        assertThat(Reference.deciding(world.json()))
                .containsExactlyInAnyOrderElementsOf(world.deciding());
    }

    @Test
    void everyCaseSaysSomethingThatNoOtherSays() {
        Set<String> names = new HashSet<>();
        Set<String> questions = new HashSet<>();
        for (SpecWorld world : SpecWorld.all()) {
            assertThat(names.add(world.toString())).as("name of %s", world).isTrue();
            assertThat(world.source()).as("source of %s", world).isNotBlank();
            var question = world.json().deepCopy();
            question.remove(List.of("name", "source", "expect", "deciding"));
            assertThat(questions.add(question.toString())).as("question of %s", world).isTrue();
            assertThat(DecisionTexts.ALL).contains(world.expected());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(600);
    }
}
