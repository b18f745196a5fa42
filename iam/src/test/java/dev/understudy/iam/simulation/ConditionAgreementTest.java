package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of {@code spec/policy/conditions}, asked through the simulator. */
class ConditionAgreementTest {
    private static final Path CASES =
            Path.of(System.getProperty("understudy.root", ".."), "spec", "policy", "conditions");
    private static World world = new World();

    @BeforeAll
    static void open() {
        world = new World();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    static List<JsonNode> cases() {
        List<JsonNode> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            files.sorted()
                    .forEach(file ->
                            new JsonMapper()
                                    .readTree(file.toFile())
                                    .get("cases")
                                    .forEach(cases::add));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(cases).isNotEmpty();
        return cases.stream().filter(ConditionAgreementTest::isExpressible).toList();
    }

    private static boolean isExpressible(JsonNode spec) {
        return spec.has("condition")
                && spec.has("matches")
                && spec.path("context").propertyNames().stream()
                        .allMatch(name -> name.length() >= 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSimulatorAgrees(JsonNode spec) {
        String policy =
                "{\"Version\":\"%s\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":%s}}"
                        .formatted(
                                spec.path("version").asString("2012-10-17"), spec.get("condition"));
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "PolicyInputList.member.1", policy,
                                "ActionNames.member.1", "s3:GetObject",
                                "ResourceArns.member.1", "arn:aws:s3:::b/k"));
        SpecAgreementTest.context(spec.path("context"), parameters);
        var answer =
                world.admin(World.TRUSTING)
                        .call("SimulateCustomPolicy", parameters.toArray(String[]::new));
        if (answer.code().equals("InvalidInput")) {
            // What can never be compared with is refused when it is given, as when it is saved.
            assertThat(spec.get("matches").asBoolean()).as(answer.message()).isFalse();
            return;
        }
        assertThat(Results.of(answer).only().text("EvalDecision"))
                .isEqualTo(spec.get("matches").asBoolean() ? "allowed" : "implicitDeny");
    }
}
