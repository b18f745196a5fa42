package dev.understudy.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a case smaller as long as something interesting stays true of it: takes away policies,
 * statements, patterns, conditions and keys, and puts the one in place of the many.
 */
final class Shrinker {
    /** These are lists however short. */
    private static final Set<String> LISTS =
            Set.of("identity", "session", "serviceControl", "resourceControl");

    private final Predicate<ObjectNode> interesting;

    private Shrinker(Predicate<ObjectNode> interesting) {
        this.interesting = interesting;
    }

    /** The smallest case that single steps lead to. */
    static ObjectNode shrink(ObjectNode given, Predicate<ObjectNode> interesting) {
        Shrinker shrinker = new Shrinker(interesting);
        ObjectNode smallest = given.deepCopy();
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (String member : List.of("policies", "context", "owner")) {
                smaller |= shrinker.member(smallest, smallest, member);
            }
        }
        return smallest;
    }

    /** Tries to do without the member, then to make it smaller; whether anything went. */
    private boolean member(ObjectNode whole, ObjectNode parent, String name) {
        JsonNode old = parent.get(name);
        if (old == null) {
            return false;
        }
        if (!name.equals("policies")) {
            parent.remove(name);
            if (holds(whole)) {
                return true;
            }
            parent.set(name, old);
        }
        if (old.isArray() && old.size() == 1 && !LISTS.contains(name)) {
            parent.set(name, old.get(0));
            if (holds(whole)) {
                return true;
            }
            parent.set(name, old);
        }
        return inside(whole, old);
    }

    private boolean inside(ObjectNode whole, JsonNode node) {
        boolean smaller = false;
        if (node instanceof ObjectNode) {
            ObjectNode object = (ObjectNode) node;
            for (String name : new ArrayList<>(object.propertyNames())) {
                smaller |= member(whole, object, name);
            }
        } else if (node instanceof ArrayNode) {
            smaller = items(whole, (ArrayNode) node);
        }
        return smaller;
    }

    private boolean items(ObjectNode whole, ArrayNode array) {
        boolean smaller = false;
        for (int i = array.size() - 1; i >= 0; i--) {
            JsonNode old = array.remove(i);
            if (holds(whole)) {
                smaller = true;
            } else {
                array.insert(i, old);
                smaller |= inside(whole, old);
            }
        }
        return smaller;
    }

    /** A case that cannot even be read is not what was looked for. */
    private boolean holds(ObjectNode whole) {
        try {
            return interesting.test(whole);
        } catch (RuntimeException broken) {
            return false;
        }
    }
}
