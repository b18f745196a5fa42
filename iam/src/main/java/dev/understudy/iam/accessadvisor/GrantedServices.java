package dev.understudy.iam.accessadvisor;

import dev.understudy.policy.PolicyDocument;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which services a set of policies lets somebody use, by the policies' words alone: some statement
 * allows some action of the service, and none denies all of them everywhere. Conditions and
 * resources have no say, as AWS documents for its reports.
 */
public final class GrantedServices {
    private static final JsonMapper JSON = new JsonMapper();
    private final List<Rule> allowed = new ArrayList<>();
    private final List<Rule> denied = new ArrayList<>();

    /** The actions of one statement; or all but these. */
    private record Rule(List<String> actions, boolean allBut) {
        boolean someOf(String namespace) {
            return allBut
                    ? !allOf(namespace, actions)
                    : actions.stream().anyMatch(a -> names(a, namespace));
        }

        private static boolean names(String action, String namespace) {
            int colon = action.indexOf(':');
            String service = colon < 0 ? action : action.substring(0, colon);
            return service.equals("*") || service.equalsIgnoreCase(namespace);
        }

        static boolean allOf(String namespace, List<String> actions) {
            return actions.stream()
                    .anyMatch(action ->
                            action.equals("*") || action.equalsIgnoreCase(namespace + ":*"));
        }
    }

    private GrantedServices() {}

    /** What these documents grant together. */
    public static GrantedServices of(Collection<PolicyDocument> documents) {
        GrantedServices granted = new GrantedServices();
        documents.forEach(granted::read);
        return granted;
    }

    /** Whether some action of this service may be allowed. */
    public boolean includes(String namespace) {
        return allowed.stream().anyMatch(rule -> rule.someOf(namespace))
                && denied.stream().noneMatch(rule -> Rule.allOf(namespace, rule.actions()));
    }

    private void read(PolicyDocument document) {
        if (document.isUnreadable()) {
            // Nobody knows what it says; it denies everything.
            denied.add(new Rule(List.of("*"), false));
            return;
        }
        JsonNode statements = JSON.readTree(document.text()).path("Statement");
        if (statements.isObject()) {
            statement(statements);
        } else {
            statements.forEach(this::statement);
        }
    }

    private void statement(JsonNode statement) {
        boolean allBut = statement.has("NotAction");
        Rule rule = new Rule(texts(statement.path(allBut ? "NotAction" : "Action")), allBut);
        if (statement.path("Effect").asString().equals("Allow")) {
            allowed.add(rule);
        } else if (!allBut
                && !statement.has("Condition")
                && texts(statement.path("Resource")).contains("*")) {
            denied.add(rule);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.stringValue());
        } else {
            node.forEach(item -> texts.add(item.asString()));
        }
        return texts;
    }
}
