package dev.understudy.iam.delegation;

import dev.understudy.policy.PolicyDocument;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/** The statements of a policy as JSON, for telling what they say. */
final class Statements {
    private static final JsonMapper JSON = new JsonMapper();

    private Statements() {}

    /** The statements in order. */
    static List<JsonNode> of(PolicyDocument policy) {
        return each(JSON.readTree(policy.text()).path("Statement"));
    }

    /** The elements of a list; of what is none, itself. */
    static List<JsonNode> each(JsonNode node) {
        List<JsonNode> nodes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(nodes::add);
        } else if (!node.isMissingNode()) {
            nodes.add(node);
        }
        return nodes;
    }
}
