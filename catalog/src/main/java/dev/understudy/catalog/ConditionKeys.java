package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All condition keys: those that services list, and those of every request, which AWS documents on
 * a page of their own and {@code own-condition-keys.tsv} holds.
 */
final class ConditionKeys {
    private static final String PROVIDER = "${Provider}";

    private final String[] listed;
    private final Map<String, ConditionKeyDefinition> byName = new HashMap<>();
    private final List<ConditionKeyDefinition> templates = new ArrayList<>();
    private final List<ConditionKeyDefinition> ofProviders = new ArrayList<>();
    private final List<ConditionKeyDefinition> everywhere = new ArrayList<>();

    private ConditionKeys(int listed) {
        this.listed = new String[listed];
    }

    /**
     * @param aws stands before the services' keys, and after them when this is done
     * @param own holds what AWS's lists lack or say less well; it wins
     */
    static ConditionKeys read(Cursor aws, byte[] own) {
        ConditionKeys keys = new ConditionKeys(aws.number());
        for (int i = 0; i < keys.listed.length; i++) {
            keys.listed[i] = aws.text();
            keys.add(definition(keys.listed[i], aws.text()));
        }
        Cursor in = new Cursor(own, 0);
        while (in.position() < own.length) {
            ConditionKeyDefinition key = definition(in.text(), in.text());
            keys.add(key);
            if (in.text().equals("every")) {
                keys.everywhere.add(key);
            }
        }
        keys.sortTemplates();
        return keys;
    }

    private static ConditionKeyDefinition definition(String name, String type) {
        return new ConditionKeyDefinition(name, type(type.charAt(0)), type.endsWith("+"));
    }

    private static KeyType type(char letter) {
        return switch (letter) {
            case 'S' -> KeyType.STRING;
            case 'A' -> KeyType.ARN;
            case 'B' -> KeyType.BOOL;
            case 'N' -> KeyType.NUMERIC;
            case 'D' -> KeyType.DATE;
            case 'I' -> KeyType.IP;
            case 'X' -> KeyType.BINARY;
            default -> throw new IllegalStateException("unknown type of key " + letter);
        };
    }

    private void add(ConditionKeyDefinition key) {
        byName.put(Names.lower(key.name()), key);
    }

    /** The one with more literal text comes first, because it says more. */
    private void sortTemplates() {
        for (ConditionKeyDefinition key : byName.values()) {
            if (key.name().startsWith(PROVIDER)) {
                ofProviders.add(key);
            } else if (key.name().contains("${")) {
                templates.add(key);
            }
        }
        templates.sort(
                Comparator.comparingInt((ConditionKeyDefinition key) -> -key.name().length())
                        .thenComparing(ConditionKeyDefinition::name));
    }

    /** The name of the key that the services' data knows by this number. */
    String name(int number) {
        return listed[number];
    }

    /** What every request can carry, whatever its action. */
    List<ConditionKeyDefinition> everywhere() {
        return everywhere;
    }

    @Nullable ConditionKeyDefinition find(String key) {
        ConditionKeyDefinition exact = byName.get(Names.lower(key));
        if (exact != null) {
            return exact;
        }
        for (ConditionKeyDefinition template : templates) {
            if (Placeholders.matchKey(template.name(), key)) {
                return template;
            }
        }
        return ofProvider(key);
    }

    /** A provider is named by its URL without the scheme, so that its host has a dot. */
    private @Nullable ConditionKeyDefinition ofProvider(String key) {
        int colon = key.lastIndexOf(':');
        int dot = key.indexOf('.');
        int slash = key.indexOf('/');
        if (dot <= 0 || dot > colon || (slash >= 0 && slash < dot) || key.indexOf(':') < colon) {
            return null;
        }
        for (ConditionKeyDefinition template : ofProviders) {
            String claim = template.name().substring(PROVIDER.length());
            if (Names.ORDER.compare(key.substring(colon), claim) == 0) {
                return template;
            }
        }
        return null;
    }
}
