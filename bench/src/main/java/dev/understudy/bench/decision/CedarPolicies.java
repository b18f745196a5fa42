package dev.understudy.bench.decision;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.StringJoiner;

/**
 * Identity policies said in Cedar, as near as it can say them: the wildcard of {@code like} is the
 * star of both. Conditions and NotAction are left out, which spares Cedar work; question marks do
 * not occur.
 */
final class CedarPolicies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CedarPolicies() {}

    /** A policy for each statement of the documents that has an Action. */
    static String of(List<String> documents) {
        StringBuilder policies = new StringBuilder();
        for (String document : documents) {
            for (JsonNode statement : items(JSON.readTree(document).get("Statement"))) {
                if (statement.has("Action")) {
                    policies.append(policy(statement)).append('\n');
                }
            }
        }
        return policies.toString();
    }

    private static String policy(JsonNode statement) {
        boolean allows = statement.get("Effect").asString().equals("Allow");
        StringBuilder policy = new StringBuilder();
        policy.append(allows ? "permit" : "forbid").append("(principal, action, resource) when { ");
        policy.append(like("action", statement.get("Action")));
        if (statement.has("Resource")) {
            policy.append(" && ").append(like("resource", statement.get("Resource")));
        }
        return policy.append(" };").toString();
    }

    private static String like(String attribute, JsonNode patterns) {
        StringJoiner any = new StringJoiner(" || ", "(", ")");
        for (JsonNode pattern : items(patterns)) {
            any.add("context." + attribute + " like \"" + pattern.asString() + "\"");
        }
        return any.toString();
    }

    private static Iterable<JsonNode> items(JsonNode node) {
        return node.isArray() ? node : List.of(node);
    }
}
