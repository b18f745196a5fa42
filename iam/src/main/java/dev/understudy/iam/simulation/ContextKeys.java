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
 * The names of the condition keys that policies use, in conditions and as variables, in the order
 * in which they stand; the same name in another case is the same key.
 */
final class ContextKeys {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WITH_VARIABLES = "2012-10-17";

    /** A key, and behind a comma its default. What the escapes hold is no key. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

    private final Map<String, String> spellings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> names = new ArrayList<>();

    /** Those of a statement, whose document is of this version of the language. */
    static ContextKeys of(String version, String statement) {
        ContextKeys keys = new ContextKeys();
        keys.add(version, JSON.readTree(statement));
        return keys;
    }

    /** Those of a statement's variables only. */
    static ContextKeys ofVariables(String version, String statement) {
        ContextKeys keys = new ContextKeys();
        keys.addVariables(version, JSON.readTree(statement));
        return keys;
    }

    /** Adds those of all statements. */
    void add(PolicyDocument document) {
        for (Statement statement : document.statements()) {
            add(document.version(), JSON.readTree(statement.text()));
        }
    }

    private void add(String version, JsonNode statement) {
        for (JsonNode operator : statement.path("Condition")) {
            operator.propertyNames().forEach(this::add);
        }
        addVariables(version, statement);
    }

    private void addVariables(String version, JsonNode statement) {
        if (version.equals(WITH_VARIABLES)) {
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
