package dev.understudy.server.config;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of the configuration file, whose every key is known, with its path for messages. */
final class Fields {
    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static Fields of(JsonNode node, String path, Collection<String> known) {
        if (!node.isObject()) {
            throw new ConfigProblem("`" + path + "` must be a mapping");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw ConfigProblem.unknown("key in `" + path + "`:", name, known);
            }
        }
        return new Fields(node, path);
    }

    String path() {
        return path;
    }

    private String path(String name) {
        return path + "." + name;
    }

    /** The text of a scalar; null if it is not given. */
    @Nullable String scalar(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new ConfigProblem("`" + path(name) + "` must be a single value");
        }
        return value.asString();
    }

    boolean has(String name) {
        return node.has(name);
    }

    String required(String name) {
        String value = scalar(name);
        if (value == null || value.isEmpty()) {
            throw new ConfigProblem("`" + path(name) + "` is missing");
        }
        return value;
    }

    /** A text that YAML could take for a number, which would change how it is written. */
    String quoted(String name) {
        String value = required(name);
        if (!node.path(name).isString()) {
            throw new ConfigProblem("`" + path(name) + "` must be in quotes");
        }
        return value;
    }

    String or(String name, String fallback) {
        String value = scalar(name);
        return value == null ? fallback : value;
    }

    int number(String name, int fallback) {
        String value = scalar(name);
        try {
            return value == null ? fallback : Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new ConfigProblem(
                    "`" + path(name) + "` is `" + value + "`, and must be a whole number");
        }
    }

    /** The objects of a list; empty if it is not given. */
    List<Fields> list(String name, Collection<String> known) {
        List<Fields> fields = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(name)) {
            fields.add(of(item, path(name) + "[" + index++ + "]", known));
        }
        return fields;
    }

    /** An object in it; null if it is not given. */
    @Nullable Fields object(String name, Collection<String> known) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : of(value, path(name), known);
    }

    /** The texts of a list; empty if it is not given. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (!item.isValueNode() || item.isNull()) {
                throw new ConfigProblem("`" + path(name) + "` must be a list of single values");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    private Iterable<JsonNode> items(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new ConfigProblem("`" + path(name) + "` must be a list");
        }
        return value;
    }

    /** A mapping of texts; empty if it is not given. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        members(name)
                .forEach((key, value) -> {
                    if (!value.isValueNode() || value.isNull()) {
                        throw new ConfigProblem(
                                "`" + path(name) + "." + key + "` must be a single value");
                    }
                    map.put(key, value.asString());
                });
        return map;
    }

    /** A mapping of documents; empty if it is not given. */
    Map<String, String> documents(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        members(name).forEach((key, value) -> map.put(key, json(path(name) + "." + key, value)));
        return map;
    }

    private Map<String, JsonNode> members(String name) {
        JsonNode value = node.get(name);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (value == null || value.isNull()) {
            return members;
        }
        if (!value.isObject()) {
            throw new ConfigProblem("`" + path(name) + "` must be a mapping");
        }
        value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** A JSON document, given as a mapping or as its text. */
    String document(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new ConfigProblem("`" + path(name) + "` is missing");
        }
        return json(path(name), value);
    }

    private static String json(String place, JsonNode value) {
        if (!value.isObject() && !value.isString()) {
            throw new ConfigProblem("`" + place + "` must be a mapping, or JSON as text");
        }
        return value.isString() ? value.asString() : value.toString();
    }
}
