package dev.understudy.policy.reference;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys of a request, whose names ignore case, and the variables that stand for their values.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Variables</a>
 */
final class ReferenceContext {
    private final JsonNode keys;
    private final boolean variables;

    ReferenceContext(JsonNode keys, boolean variables) {
        this.keys = keys;
        this.variables = variables;
    }

    boolean hasVariables() {
        return variables;
    }

    /** The values of a key; null if it is missing. */
    List<String> values(String key) {
        JsonNode node = node(key);
        return node == null ? null : ReferenceStatement.list(node);
    }

    private JsonNode node(String key) {
        String wanted = ReferenceText.lower(key);
        for (Map.Entry<String, JsonNode> entry : keys.properties()) {
            if (ReferenceText.lower(entry.getKey()).equals(wanted)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /**
     * A pattern with its variables replaced, in the form that {@link ReferenceText#matches} reads;
     * null if one of them has no value.
     */
    String filled(String pattern) {
        StringBuilder filled = new StringBuilder();
        for (String piece : pieces(pattern)) {
            if (!isVariable(piece)) {
                filled.append(ReferenceText.escaped(piece, true));
                continue;
            }
            String value = value(piece);
            if (value == null) {
                return null;
            }
            filled.append(ReferenceText.literal(value));
        }
        return filled.toString();
    }

    /** The same for texts in which stars and question marks are nothing special. */
    String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (String piece : pieces(text)) {
            String value = isVariable(piece) ? value(piece) : piece;
            if (value == null) {
                return null;
            }
            plain.append(value);
        }
        return plain.toString();
    }

    /** The text cut into variables and what is between them. */
    private List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        while (variables) {
            int start = text.indexOf("${", at);
            int end = start < 0 ? -1 : text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            pieces.add(text.substring(at, start));
            pieces.add(text.substring(start, end + 1));
            at = end + 1;
        }
        pieces.add(text.substring(at));
        return pieces;
    }

    private boolean isVariable(String piece) {
        return variables && piece.startsWith("${") && piece.endsWith("}");
    }

    private String value(String piece) {
        String inside = piece.substring(2, piece.length() - 1);
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return inside;
        }
        String[] keyAndDefault = inside.split(",", 2);
        JsonNode node = node(keyAndDefault[0].strip());
        // Keys of many values have no single one to put in.
        if (node != null && !node.isArray()) {
            return node.asString();
        }
        if (keyAndDefault.length == 1) {
            return null;
        }
        String fallback = keyAndDefault[1].strip();
        boolean quoted =
                fallback.length() > 1 && fallback.startsWith("'") && fallback.endsWith("'");
        return quoted ? fallback.substring(1, fallback.length() - 1) : fallback;
    }
}
