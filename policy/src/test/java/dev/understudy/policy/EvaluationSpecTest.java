package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.node.ObjectNode;

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

    static List<String> files() {
        return SpecFiles.decisions();
    }

    @ParameterizedTest
    @MethodSource("files")
    void decidesAsAwsDoes(String file) {
        SoftAssertions all = new SoftAssertions();
        for (SpecWorld world : SpecWorld.in(file)) {
            Decision decision = Evaluator.decide(world.request(), world.policies());
            all.assertThat(SpecWorld.text(decision)).as(world.name()).isEqualTo(world.expected());
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("files")
    void explainsWhatDecided(String file) {
        SoftAssertions all = new SoftAssertions();
        for (SpecWorld world : SpecWorld.in(file)) {
            Explanation explanation = Evaluator.explain(world.request(), world.policies());
            all.assertThat(explanation.deciding().stream().map(result -> result.statement().sid()))
                    .as(world.name())
                    .containsExactlyInAnyOrderElementsOf(world.deciding());
            boolean allowed = world.expected().equals("allowed");
            all.assertThat(explanation.decision().allowed()).as(world.name()).isEqualTo(allowed);
            all.assertThat(explanation.oneLine())
                    .as(world.name())
                    .contains(allowed ? " may " : " may not ");
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theReferenceAgrees(String file) {
        SoftAssertions all = new SoftAssertions();
        for (SpecWorld world : SpecWorld.in(file)) {
            all.assertThat(Reference.decide(world.json()))
                    .as(world.name())
                    .isEqualTo(world.expected());
            all.assertThat(Reference.deciding(world.json()))
                    .as(world.name())
                    .containsExactlyInAnyOrderElementsOf(world.deciding());
        }
        all.assertAll();
    }

    @Test
    void everyCaseSaysSomethingThatNoOtherSays() {
        Set<String> names = new HashSet<>();
        Set<String> questions = new HashSet<>();
        for (SpecWorld world : SpecWorld.all()) {
            assertThat(names.add(world.toString())).as("name of %s", world).isTrue();
            assertThat(world.source()).as("source of %s", world).isNotBlank();
            ObjectNode question = world.json().deepCopy();
            question.remove(List.of("name", "source", "expect", "deciding"));
            assertThat(questions.add(question.toString())).as("question of %s", world).isTrue();
            assertThat(DecisionTexts.ALL).contains(world.expected());
        }
        assertThat(names).hasSizeGreaterThanOrEqualTo(600);
    }
}
