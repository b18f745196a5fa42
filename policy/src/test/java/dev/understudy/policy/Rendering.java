package dev.understudy.policy;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes the same document in other words: other blanks, another order of members and items, other
 * escapes, one value for a list of one.
 */
final class Rendering {
    private static final List<String> BLANKS = List.of("", "", " ", "\n", "\t", "\r\n  ");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private Rendering(Random random) {
        this.random = random;
    }

    static String of(JsonNode node, Random random) {
        Rendering rendering = new Rendering(random);
        rendering.value(node);
        return rendering.out.toString();
    }

    private void value(JsonNode node) {
        if (node.isObject()) {
            object(node);
        } else if (node.isArray() && !(node.size() == 1 && random.nextBoolean())) {
            array(node);
        } else {
            scalar(node.isArray() ? node.get(0) : node);
        }
    }

    private void scalar(JsonNode node) {
        if (node.isString()) {
            text(node.asString());
        } else if (node.isContainer()) {
            value(node);
        } else {
            out.append(node);
        }
    }

    private void object(JsonNode node) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
        Collections.shuffle(members, random);
        out.append('{');
        for (int i = 0; i < members.size(); i++) {
            out.append(i > 0 ? "," : "");
            blank();
            text(members.get(i).getKey());
            blank();
            out.append(':');
            blank();
            value(members.get(i).getValue());
            blank();
        }
        out.append('}');
    }

    private void array(JsonNode node) {
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        Collections.shuffle(items, random);
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            out.append(i > 0 ? "," : "");
            blank();
            value(items.get(i));
            blank();
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || random.nextInt(12) == 0) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void blank() {
        out.append(BLANKS.get(random.nextInt(BLANKS.size())));
    }
}
