package dev.understudy.policy.reference;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether action, resource and conditions of a statement fit a request. */
final class ReferenceStatement {
    private final JsonNode statement;
    private final JsonNode given;
    private final boolean variables;
    private final ReferenceContext context;

    ReferenceStatement(JsonNode statement, JsonNode given, boolean variables) {
        this.statement = statement;
        this.given = given;
        this.variables = variables;
        this.context = new ReferenceContext(given.path("context"), variables);
    }

    boolean matches() {
        return action() && resource() && conditions();
    }

    /** Case does not matter, and only that of ASCII letters is looked at. */
    private boolean action() {
        boolean negated = statement.has("NotAction");
        String asked = ReferenceText.lower(given.get("action").asString());
        for (String pattern : list(statement.path(negated ? "NotAction" : "Action"))) {
            if (ReferenceText.matches(ReferenceText.escaped(pattern, false), asked)) {
                return !negated;
            }
        }
        return negated;
    }

    /** Without the element, as in trust policies, the resource is whatever the policy hangs on. */
    private boolean resource() {
        boolean negated = statement.has("NotResource");
        if (!negated && !statement.has("Resource")) {
            return true;
        }
        String asked = given.get("resource").asString();
        boolean unknown = false;
        for (String pattern : list(statement.get(negated ? "NotResource" : "Resource"))) {
            if (ReferenceText.isStars(pattern)) {
                return !negated;
            }
            List<String> parts = ReferenceText.arnPattern(pattern, variables);
            // Variables are replaced in the sixth part only.
            String last = context.filled(parts.get(5));
            unknown |= last == null;
            if (last != null && ReferenceText.arnMatches(parts, last, asked)) {
                return !negated;
            }
        }
        // Where a variable has no value, nobody knows what was left out: a deny applies, an allow
        // does not.
        return negated && (!unknown || statement.get("Effect").asString().equals("Deny"));
    }

    private boolean conditions() {
        for (Map.Entry<String, JsonNode> operator : statement.path("Condition").properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                List<String> wanted = list(key.getValue());
                if (!ReferenceCondition.of(operator.getKey(), wanted, context)
                        .holds(context.values(key.getKey()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One value stands for a list of one; numbers and booleans may be unquoted. */
    static List<String> list(JsonNode node) {
        if (!node.isArray()) {
            return node.isMissingNode() ? List.of() : List.of(node.asString());
        }
        List<String> list = new ArrayList<>();
        node.forEach(item -> list.add(item.asString()));
        return list;
    }
}
