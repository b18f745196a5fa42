package dev.understudy.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cases in {@code spec/policy}, which are no program's and are read by several. */
final class Spec {
    private static final Path ROOT =
            Path.of(System.getProperty("understudy.root", "..")).resolve("spec").resolve("policy");

    private Spec() {}

    static List<JsonNode> cases(String file) {
        try {
            List<JsonNode> cases = new ArrayList<>();
            new JsonMapper()
                    .readTree(Files.readString(ROOT.resolve(file)))
                    .get("cases")
                    .forEach(cases::add);
            if (cases.isEmpty()) {
                throw new IllegalStateException(file + " has no case");
            }
            return cases;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RequestContext context(JsonNode node) {
        RequestContext.Builder context = RequestContext.builder();
        node.properties()
                .forEach(key -> {
                    if (key.getValue().isArray()) {
                        List<String> values = new ArrayList<>();
                        key.getValue().forEach(value -> values.add(value.asString()));
                        context.putAll(key.getKey(), values);
                    } else {
                        context.put(key.getKey(), key.getValue().asString());
                    }
                });
        return context.build();
    }
}
