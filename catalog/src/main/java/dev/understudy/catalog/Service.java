package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A service's actions and resource types, made when first asked for. */
final class Service {
    private final String prefix;
    private final byte[] data;
    private final int offset;
    private final ConditionKeys keys;

    /** Threads that race here make equal contents; whose are kept does not matter. */
    private volatile @Nullable Contents contents;

    /**
     * @param offset where this service's block begins
     */
    Service(String prefix, byte[] data, int offset, ConditionKeys keys) {
        this.prefix = prefix;
        this.data = data;
        this.offset = offset;
        this.keys = keys;
    }

    String prefix() {
        return prefix;
    }

    List<ResourceType> resourceTypes() {
        return contents().types;
    }

    @Nullable ResourceType resourceType(String name) {
        for (ResourceType type : contents().types) {
            if (Names.ORDER.compare(type.name(), name) == 0) {
                return type;
            }
        }
        return null;
    }

    /** In the order of their names. */
    List<ActionDefinition> actions() {
        return contents().actions;
    }

    @Nullable ActionDefinition action(String name) {
        Contents here = contents();
        int found = Arrays.binarySearch(here.names, name, Names.ORDER);
        return found < 0 ? null : here.actions.get(found);
    }

    private Contents contents() {
        Contents made = contents;
        if (made == null) {
            made = new Reading().read();
            contents = made;
        }
        return made;
    }

    private record Contents(
            List<ResourceType> types, List<ActionDefinition> actions, String[] names) {}

    /**
     * One pass over the block, whose form {@code compact.mjs} describes. Equal lists are shared.
     */
    private final class Reading {
        private final Cursor in = new Cursor(data, offset);
        private final List<List<String>> keyLists = new ArrayList<>();
        private final List<ResourceType> types = new ArrayList<>();
        private final List<List<ResourceUse>> useLists = new ArrayList<>();
        private final List<ActionDefinition> actions = new ArrayList<>();

        Contents read() {
            int keyListCount = in.number();
            int typeCount = in.number();
            int useListCount = in.number();
            int actionCount = in.number();
            for (int i = 0; i < keyListCount; i++) {
                keyLists.add(in.list().stream().map(n -> keys.name(Cursor.number(n))).toList());
            }
            for (int i = 0; i < typeCount; i++) {
                types.add(
                        new ResourceType(prefix, in.text(), in.list(), keyLists.get(in.number())));
            }
            for (int i = 0; i < useListCount; i++) {
                useLists.add(in.list().stream().map(this::use).toList());
            }
            for (int i = 0; i < actionCount; i++) {
                actions.add(action());
            }
            String[] names = actions.stream().map(ActionDefinition::name).toArray(String[]::new);
            return new Contents(List.copyOf(types), List.copyOf(actions), names);
        }

        private ResourceUse use(String text) {
            int list = text.indexOf('@');
            boolean required = text.charAt(list - 1) == '!';
            return new ResourceUse(
                    types.get(Cursor.number(text.substring(0, required ? list - 1 : list))),
                    required,
                    keyLists.get(Cursor.number(text.substring(list + 1))));
        }

        private ActionDefinition action() {
            return new ActionDefinition(
                    prefix,
                    in.text(),
                    level(in.text()),
                    useLists.get(in.number()),
                    keyLists.get(in.number()),
                    in.list());
        }

        private AccessLevel level(String letter) {
            return switch (letter) {
                case "L" -> AccessLevel.LIST;
                case "R" -> AccessLevel.READ;
                case "W" -> AccessLevel.WRITE;
                case "P" -> AccessLevel.PERMISSIONS_MANAGEMENT;
                case "T" -> AccessLevel.TAGGING;
                default -> throw new IllegalStateException("unknown access level " + letter);
            };
        }
    }
}
