package dev.understudy.iam.delegation;

import dev.understudy.policy.PolicyDocument;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The permissions boundaries without which a policy lets nobody make roles. */
final class RequiredBoundaries {
    private RequiredBoundaries() {}

    /** The ARNs, sorted; none if the policy lets nobody make roles, or demands no boundary. */
    static List<String> of(PolicyDocument policy) {
        Set<String> arns = new TreeSet<>();
        for (JsonNode statement : Statements.of(policy)) {
            if (statement.path("Effect").asString("").equals("Allow") && makesRoles(statement)) {
                statement
                        .path("Condition")
                        .forEach(operator ->
                                operator.properties()
                                        .forEach(key -> {
                                            if (key.getKey()
                                                    .equalsIgnoreCase("iam:PermissionsBoundary")) {
                                                Statements.each(key.getValue())
                                                        .forEach(v -> arns.add(v.asString("")));
                                            }
                                        }));
            }
        }
        return List.copyOf(arns);
    }

    private static boolean makesRoles(JsonNode statement) {
        return Statements.each(statement.path("Action")).stream()
                .anyMatch(action ->
                        action.asString("").toLowerCase(Locale.ROOT).equals("iam:createrole"));
    }
}
