package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A node of the parameter tree: a value, children by name, or both. */
final class Parameter {
    /** Deeper names mean nothing in any shape of IAM or STS. */
    private static final int MAX_DEPTH = 12;

    private @Nullable String value;
    private @Nullable Map<String, Parameter> children;

    @Nullable String value() {
        return value;
    }

    boolean isLeaf() {
        return children == null;
    }

    @Nullable Parameter child(String name) {
        return children == null ? null : children.get(name);
    }

    /** The names of the children. */
    Set<String> names() {
        return children == null ? Set.of() : children.keySet();
    }

    /** The children whose names are positive numbers, in the order of the numbers. */
    Collection<Parameter> numbered() {
        TreeMap<Integer, Parameter> members = new TreeMap<>();
        if (children != null) {
            children.forEach((name, child) -> members.put(index(name), child));
        }
        return members.values();
    }

    void put(String name, String text) {
        Parameter node = this;
        int start = 0;
        for (int depth = 0; ; depth++) {
            if (depth == MAX_DEPTH) {
                throw new AwsError(ErrorCode.MALFORMED_INPUT, "parameter name has too many parts");
            }
            int dot = name.indexOf('.', start);
            node = node.childFor(dot < 0 ? name.substring(start) : name.substring(start, dot));
            if (dot < 0) {
                break;
            }
            start = dot + 1;
        }
        node.value = text;
    }

    private Parameter childFor(String name) {
        if (children == null) {
            children = new LinkedHashMap<>();
        }
        return children.computeIfAbsent(name, n -> new Parameter());
    }

    private static int index(String name) {
        if (name.isEmpty() || name.length() > 6) {
            throw notAnIndex(name);
        }
        int index = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < '0' || c > '9') {
                throw notAnIndex(name);
            }
            index = index * 10 + (c - '0');
        }
        if (index == 0) {
            throw notAnIndex(name);
        }
        return index;
    }

    private static AwsError notAnIndex(String name) {
        return new AwsError(
                ErrorCode.MALFORMED_INPUT,
                "`" + Texts.shorten(name) + "` is not a list index: lists count from 1");
    }
}
