package dev.understudy.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways to make another world of one. */
final class Variations {
    /** Layers that are lists of documents, lists of lists of them, and documents. */
    static final List<String> LISTS = List.of("identity", "session");

    static final List<String> LEVELS = List.of("serviceControl", "resourceControl");
    static final List<String> SINGLES =
            List.of("boundary", "resourcePolicy", "trust", "vpcEndpoint");

    private Variations() {}

    static List<String> layers() {
        List<String> layers = new ArrayList<>(LISTS);
        layers.addAll(LEVELS);
        layers.addAll(List.of("boundary", "resourcePolicy", "vpcEndpoint"));
        return layers;
    }

    static ObjectNode everything(String effect, String layer) {
        ObjectNode document = RandomWorld.JSON.createObjectNode();
        ObjectNode statement = document.putObject("Statement");
        statement.put("Effect", effect).put("Action", "*").put("Resource", "*");
        if (!layer.equals("boundary") && !LISTS.contains(layer)) {
            statement.put("Principal", "*");
        }
        return document;
    }

    /** The world with one more document in the layer, or with this one instead of its own. */
    static ObjectNode with(ObjectNode given, String layer, ObjectNode document) {
        ObjectNode changed = given.deepCopy();
        ObjectNode policies = (ObjectNode) changed.get("policies");
        if (LISTS.contains(layer)) {
            policies.withArray(layer).add(document);
        } else if (LEVELS.contains(layer)) {
            policies.withArray(layer).addArray().add(document);
        } else {
            policies.set(layer, document);
        }
        return changed;
    }

    /** The statements of every document of the world, to be changed. */
    static List<ArrayNode> statements(ObjectNode given) {
        List<ArrayNode> all = new ArrayList<>();
        for (JsonNode document : given.get("policies").findParents("Statement")) {
            ArrayNode statements = list(document.get("Statement"));
            ((ObjectNode) document).set("Statement", statements);
            all.add(statements);
        }
        return all;
    }

    static ArrayNode list(JsonNode node) {
        return node.isArray() ? (ArrayNode) node : RandomWorld.JSON.createArrayNode().add(node);
    }

    static List<JsonNode> pieces(JsonNode document) {
        List<JsonNode> pieces = new ArrayList<>();
        if (document.isString()) {
            pieces.add(document);
        } else {
            for (JsonNode statement : list(document.get("Statement"))) {
                ObjectNode piece = (ObjectNode) document.deepCopy();
                piece.set("Statement", statement);
                pieces.add(piece);
            }
        }
        return pieces;
    }

    static void duplicateAndShuffle(ArrayNode array, Random random) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        if (!items.isEmpty()) {
            items.add(items.get(random.nextInt(items.size())));
        }
        Collections.shuffle(items, random);
        array.removeAll();
        items.forEach(array::add);
    }
}
