package dev.understudy.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The case files in {@code spec/policy}, which are no program's and are read by several. Their
 * README says what they may hold.
 */
public final class SpecFiles {
    private static final JsonMapper JSON = new JsonMapper();

    private SpecFiles() {}

    /** The names of the files that hold decisions, {@code trust/same-account.json}, sorted. */
    public static List<String> decisions() {
        try (Stream<Path> files = Files.walk(root())) {
            List<String> names =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .map(file -> root().relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.startsWith("explain/"))
                            .filter(name -> !name.equals("malformed.json"))
                            .sorted()
                            .toList();
            if (names.isEmpty()) {
                throw new IllegalStateException("no case file in " + root());
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The cases of one file, each with the file's defaults filled in. */
    public static List<ObjectNode> cases(String file) {
        JsonNode content = read(file);
        List<ObjectNode> cases = new ArrayList<>();
        for (JsonNode given : content.get("cases")) {
            ObjectNode filled = JSON.createObjectNode();
            content.path("defaults")
                    .properties()
                    .forEach(e -> filled.set(e.getKey(), e.getValue()));
            given.properties().forEach(e -> filled.set(e.getKey(), e.getValue()));
            cases.add(filled.deepCopy());
        }
        if (cases.isEmpty()) {
            throw new IllegalStateException(file + " has no case");
        }
        return cases;
    }

    /** The file as it is. */
    static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(root().resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("understudy.root", "..")).resolve("spec/policy");
    }
}
