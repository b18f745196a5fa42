package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files the action patterns of a document under their keys. */
final class ActionIndexBuilder {
    private final Map<String, Key> services = new LinkedHashMap<>();
    private final Map<String, Key> beginnings = new LinkedHashMap<>();
    private final Map<String, Key> wholes = new LinkedHashMap<>();
    private final List<Filed> always = new ArrayList<>();
    private boolean anyGlob;

    /** A pattern of a rule; the glob is null where the key says it all. */
    private record Filed(int rule, @Nullable Glob glob) {}

    private static final class Key {
        private final List<Filed> patterns = new ArrayList<>(1);
        private long lengths;
    }

    /** Files a pattern for a rule. */
    void add(int rule, String text) {
        String pattern = Ascii.lower(text);
        int wildcard = firstWildcard(pattern);
        int colon = pattern.indexOf(':');
        if (colon < 0 || wildcard < colon || !isAscii(pattern)) {
            Glob glob = Glob.of(pattern);
            file(always, rule, glob.isEverything() ? null : glob);
            return;
        }
        Key service = key(services, pattern.substring(0, colon + 1));
        if (wildcard == pattern.length()) {
            file(key(wholes, pattern).patterns, rule, null);
        } else {
            beginning(rule, pattern, service, colon, wildcard);
        }
    }

    private void beginning(int rule, String pattern, Key service, int colon, int wildcard) {
        int beyond = Math.min(wildcard - colon - 1, ActionIndex.LONGEST_BEGINNING);
        boolean cut = beyond < wildcard - colon - 1;
        boolean settled =
                !cut && wildcard == pattern.length() - 1 && pattern.charAt(wildcard) == '*';
        Key key = service;
        if (beyond > 0) {
            service.lengths |= 1L << beyond;
            key = key(beginnings, pattern.substring(0, colon + 1 + beyond));
        }
        file(key.patterns, rule, settled ? null : Glob.of(pattern));
    }

    /** Has the rule looked at for every action. */
    void addForAll(int rule) {
        always.add(new Filed(rule, null));
    }

    /** Beginnings are measured in bytes, which are characters only then. */
    private static boolean isAscii(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static int firstWildcard(String pattern) {
        int at = 0;
        while (at < pattern.length() && pattern.charAt(at) != '*' && pattern.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    private static Key key(Map<String, Key> keys, String name) {
        return keys.computeIfAbsent(name, missing -> new Key());
    }

    private void file(List<Filed> patterns, int rule, @Nullable Glob glob) {
        patterns.add(new Filed(rule, glob));
        anyGlob |= glob != null;
    }

    int serviceKeys() {
        return services.size();
    }

    int beginningKeys() {
        return services.size() + beginnings.size();
    }

    private List<Map<String, Key>> keys() {
        return List.of(services, beginnings, wholes);
    }

    private int keyCount() {
        return services.size() + beginnings.size() + wholes.size();
    }

    byte[] names() {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        keys().forEach(map -> map.keySet().forEach(name -> names.writeBytes(bytes(name))));
        return names.toByteArray();
    }

    int[] nameStarts() {
        int[] starts = new int[keyCount() + 1];
        int key = 0;
        for (Map<String, Key> map : keys()) {
            for (String name : map.keySet()) {
                starts[key + 1] = starts[key] + bytes(name).length;
                key++;
            }
        }
        return starts;
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    long[] lengths() {
        return services.values().stream().mapToLong(key -> key.lengths).toArray();
    }

    int[] firsts() {
        int[] firsts = new int[keyCount() + 1];
        int key = 0;
        for (Map<String, Key> map : keys()) {
            for (Key filed : map.values()) {
                firsts[key + 1] = firsts[key] + filed.patterns.size();
                key++;
            }
        }
        return firsts;
    }

    private List<Filed> patterns() {
        List<Filed> patterns = new ArrayList<>();
        keys().forEach(map -> map.values().forEach(key -> patterns.addAll(key.patterns)));
        patterns.addAll(always);
        return patterns;
    }

    int[] rules() {
        return patterns().stream().mapToInt(Filed::rule).toArray();
    }

    Glob @Nullable [] globs() {
        return anyGlob ? patterns().stream().map(Filed::glob).toArray(Glob[]::new) : null;
    }
}
