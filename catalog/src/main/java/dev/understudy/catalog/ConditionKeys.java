package dev.understudy.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * All condition keys: those that services list, and those of every request, which AWS documents on
 * a page of their own.
 */
final class ConditionKeys {
    private static final String PROVIDER = "${Provider}";

    /** How some of AWS's lists leave a place for a tag's key. */
    private static final String[] TAG_KEYS = {"<key>", "tag-key"};

    /** Sorted. */
    private final String[] names;

    private final String[] types;
    private final int[] everywhere;

    /** Those with a placeholder; the one with more text comes first, because it says more. */
    private final int[] templates;

    private final int[] ofProviders;

    /**
     * @param in stands before the keys, and after them when this is done
     */
    ConditionKeys(Cursor in) {
        names = new String[in.number()];
        types = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.text();
            types[i] = in.text().intern();
        }
        everywhere = in.numbers();
        templates = in.numbers();
        ofProviders = in.numbers();
    }

    /** The name of the key that the services' data knows by this number. */
    String name(int number) {
        return names[number];
    }

    /** What every request can carry, whatever its action. */
    List<ConditionKeyDefinition> everywhere() {
        return Arrays.stream(everywhere).mapToObj(this::definition).toList();
    }

    private ConditionKeyDefinition definition(int number) {
        String type = types[number];
        return new ConditionKeyDefinition(names[number], type(type.charAt(0)), type.endsWith("+"));
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

    @Nullable ConditionKeyDefinition find(String key) {
        int exact = Arrays.binarySearch(names, key, Names.ORDER);
        if (exact >= 0) {
            return definition(exact);
        }
        for (int template : templates) {
            if (Placeholders.matchKey(names[template], key)) {
                return definition(template);
            }
        }
        int tag = ofTag(key);
        return tag >= 0 ? definition(tag) : ofProvider(key);
    }

    /** {@code s3:ExistingObjectTag/team} is listed as {@code s3:ExistingObjectTag/<key>}. */
    private int ofTag(String key) {
        int slash = key.indexOf('/');
        int found = -1;
        for (int i = 0; slash > 0 && i < TAG_KEYS.length && found < 0; i++) {
            String listed = key.substring(0, slash + 1) + TAG_KEYS[i];
            found = Arrays.binarySearch(names, listed, Names.ORDER);
        }
        return found;
    }

    /** A provider is named by its URL without the scheme, so that its host has a dot. */
    private @Nullable ConditionKeyDefinition ofProvider(String key) {
        int colon = key.lastIndexOf(':');
        int dot = key.indexOf('.');
        int slash = key.indexOf('/');
        if (dot <= 0 || dot > colon || (slash >= 0 && slash < dot) || key.indexOf(':') < colon) {
            return null;
        }
        for (int template : ofProviders) {
            String claim = names[template].substring(PROVIDER.length());
            if (Names.ORDER.compare(key.substring(colon), claim) == 0) {
                return definition(template);
            }
        }
        return null;
    }
}
