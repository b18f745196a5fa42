package dev.understudy.iam.simulation;

import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.Statement;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of the condition keys that policies use, in conditions and as variables, in the order in
 * which they stand; the same name in another case is the same key.
 */
final class ContextKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WITH_VARIABLES = "2012-10-17";

    /** A key, and behind a comma its default. What the escapes hold is no key. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

    private final Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> names = new ArrayList<>();

    /** Those of one of the document's statements. */
    static ContextKeys of(PolicyDocument document, Statement statement) {
        ContextKeys keys = new ContextKeys();
        keys.add(document, statement);
        return keys;
    }

    /** Those of the variables of one of the document's statements. */
    static ContextKeys ofVariables(PolicyDocument document, Statement statement) {
        ContextKeys keys = new ContextKeys();
        keys.addVariables(document, JSON.readTree(statement.text()));
        return keys;
    }

    /** Adds those of all statements. */
    void add(PolicyDocument document) {
        document.statements().forEach(statement -> add(document, statement));
    }

    private void add(PolicyDocument document, Statement statement) {
        JsonNode node = JSON.readTree(statement.text());
        for (JsonNode operator : node.path("Condition")) {
            operator.propertyNames().forEach(this::add);
        }
        addVariables(document, node);
    }

    private void addVariables(PolicyDocument document, JsonNode statement) {
        if (document.version().equals(WITH_VARIABLES)) {
            variables(statement.path("Resource"));
            variables(statement.path("NotResource"));
            variables(statement.path("Condition"));
        }
    }

    /** The names so far. */
    List<String> names() {
        return names;
    }

    private void variables(JsonNode node) {
        if (node.isString()) {
            Matcher matcher = VARIABLE.matcher(node.asString());
            while (matcher.find()) {
                String inside = matcher.group(1);
                int comma = inside.indexOf(',');
                String key = (comma < 0 ? inside : inside.substring(0, comma)).strip();
                if (key.indexOf(':') > 0) {
                    add(key);
                }
            }
        } else {
            node.forEach(this::variables);
        }
    }

    /** Adds a name, unless it is there in another case. */
    void add(String name) {
        if (spellings.putIfAbsent(name, name) == null) {
            names.add(name);
        }
    }
}
