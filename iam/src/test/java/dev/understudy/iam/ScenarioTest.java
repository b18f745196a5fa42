package dev.understudy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stories in {@code spec/iam}: calls in order, with what AWS answers to each. {@code ${Name}} in
 * a story is the text of that element in the last answer that had to give {@code
 * @any}.
 */
class ScenarioTest {
    private static final Path ROOT =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec").resolve("iam");

    static Stream<Arguments> scenarios() throws IOException {
        List<Arguments> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                new JsonMapper()
                        .readTree(Files.readString(file))
                        .get("scenarios")
                        .forEach(s ->
                                scenarios.add(
                                        Arguments.of(
                                                file.getFileName()
                                                        + ": "
                                                        + s.get("name").asString(),
                                                s)));
            }
        }
        assertThat(scenarios).hasSizeGreaterThan(20);
        return scenarios.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void goesAsOnAws(String name, JsonNode scenario) {
        try (World world = new World()) {
            Map<String, Client> callers = new HashMap<>();
            callers.put("admin", world.admin(World.TRUSTING));
            callers.put("partner", world.admin(World.TRUSTED));
            callers.put("nobody", world.user(World.TRUSTING, "nobody"));
            if (!scenario.toString().contains("\"as\":\"nobody\"")) {
                callers.get("admin")
                        .call(
                                "DeleteAccessKey",
                                "UserName",
                                "nobody",
                                "AccessKeyId",
                                callers.get("nobody").accessKeyId())
                        .ok();
                callers.get("admin").call("DeleteUser", "UserName", "nobody").ok();
            }
            Map<String, String> known = new HashMap<>();
            for (JsonNode written : scenario.get("steps")) {
                JsonNode step = filled(written, known);
                List<String> parameters = new ArrayList<>();
                step.get("with")
                        .properties()
                        .forEach(p ->
                                parameters.addAll(List.of(p.getKey(), p.getValue().asString())));
                Answer answer =
                        callers.get(step.get("as").asString())
                                .call(
                                        step.get("call").asString(),
                                        parameters.toArray(String[]::new));
                check(step, answer);
                step.path("gives").properties().stream()
                        .filter(given -> given.getValue().asString().equals("@any"))
                        .forEach(given -> known.put(given.getKey(), answer.text(given.getKey())));
            }
        }
    }

    private static JsonNode filled(JsonNode step, Map<String, String> known) {
        String text = step.toString();
        for (Map.Entry<String, String> one : known.entrySet()) {
            text = text.replace("${" + one.getKey() + "}", one.getValue());
        }
        return new JsonMapper().readTree(text);
    }

    private static void check(JsonNode step, Answer answer) {
        if (step.has("refused")) {
            JsonNode refused = step.get("refused");
            answer.refused(
                    refused.get(0).asInt(), refused.get(1).asString(), refused.get(2).asString());
            return;
        }
        answer.ok();
        step.path("gives")
                .properties()
                .forEach(given -> {
                    String wanted = given.getValue().asString();
                    String actual = answer.text(given.getKey());
                    assertThat(wanted.equals("@any") ? "@any" : actual.strip())
                            .as("%s of %s", given.getKey(), step)
                            .isEqualTo(wanted);
                });
        step.path("lacks")
                .forEach(lacking ->
                        assertThat(answer.has(lacking.asString()))
                                .as("%s of %s", lacking, step)
                                .isFalse());
    }
}
