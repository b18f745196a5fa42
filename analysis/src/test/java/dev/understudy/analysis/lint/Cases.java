package dev.understudy.analysis.lint;

import dev.understudy.policy.PolicyKind;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases in {@code spec/lint}. */
final class Cases {
    static final Path FOLDER =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec").resolve("lint");

    private Cases() {}

    /**
     * A policy.
     *
     * @param expected code, severity, first and last place of each finding, sorted
     */
    record Case(String name, PolicyKind kind, String policy, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                String concept = file.getFileName().toString().replace(".json", "");
                new JsonMapper()
                        .readTree(Files.readString(file))
                        .get("cases")
                        .forEach(node -> cases.add(one(concept, node)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return cases;
    }

    private static Case one(String concept, JsonNode node) {
        List<String> expected = new ArrayList<>();
        for (JsonNode finding : node.get("findings")) {
            expected.add(
                    String.join(
                            " ",
                            finding.get("code").asString(),
                            finding.get("severity").asString(),
                            finding.get("at").asString(),
                            finding.get("end").asString()));
        }
        return new Case(
                concept + ": " + node.get("name").asString(),
                PolicyKind.valueOf(node.get("kind").asString()),
                node.get("policy").asString(),
                expected.stream().sorted().toList());
    }
}
