package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.Reference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
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
        List<String> wrong = new ArrayList<>();
        for (SpecWorld world : SpecWorld.in(file)) {
            Decision decision = Evaluator.decide(world.request(), world.policies());
            compare(world, world.expected(), SpecWorld.text(decision), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void explainsWhatDecided(String file) {
        List<String> wrong = new ArrayList<>();
        for (SpecWorld world : SpecWorld.in(file)) {
            Explanation explanation = Evaluator.explain(world.request(), world.policies());
            List<String> sids = new ArrayList<>();
            explanation.deciding().forEach(result -> sids.add(result.statement().sid()));
            compare(world, sorted(world.deciding()), sorted(sids), wrong);
            String verb = world.expected().equals("allowed") ? " may " : " may not ";
            compare(world, true, explanation.oneLine().contains(verb), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theReferenceAgrees(String file) {
        List<String> wrong = new ArrayList<>();
        for (SpecWorld world : SpecWorld.in(file)) {
            compare(world, world.expected(), Reference.decide(world.json()), wrong);
            List<String> sids = Reference.deciding(world.json());
            compare(world, sorted(world.deciding()), sorted(sids), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** All that is wrong with a file is told at once. */
    private static void compare(SpecWorld world, Object wanted, Object got, List<String> wrong) {
        if (!wanted.equals(got)) {
            wrong.add(world.name() + ": wanted " + wanted + ", but got " + got);
        }
    }

    private static List<String> sorted(List<String> sids) {
        return sids.stream().sorted().toList();
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
