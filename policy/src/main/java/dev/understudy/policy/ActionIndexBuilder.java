package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

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
        private final byte[] name;
        private final List<Filed> patterns = new ArrayList<>(1);
        private long lengths;

        Key(String name) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
        }
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
        return keys.computeIfAbsent(name, Key::new);
    }

    private void file(List<Filed> patterns, int rule, @Nullable Glob glob) {
        patterns.add(new Filed(rule, glob));
        anyGlob |= glob != null;
    }

    private List<Key> keys() {
        List<Key> keys = new ArrayList<>(services.size() + beginnings.size() + wholes.size());
        keys.addAll(services.values());
        keys.addAll(beginnings.values());
        keys.addAll(wholes.values());
        return keys;
    }

    ActionIndex build() {
        List<Key> keys = keys();
        int[] nameStarts = new int[keys.size() + 1];
        int[] firsts = new int[keys.size() + 1];
        for (int key = 0; key < keys.size(); key++) {
            nameStarts[key + 1] = nameStarts[key] + keys.get(key).name.length;
            firsts[key + 1] = firsts[key] + keys.get(key).patterns.size();
        }
        byte[] names = new byte[nameStarts[keys.size()]];
        int[] rules = new int[firsts[keys.size()] + always.size()];
        Glob @Nullable [] globs = anyGlob ? new Glob[rules.length] : null;
        int pattern = 0;
        for (int key = 0; key <= keys.size(); key++) {
            List<Filed> filed = key == keys.size() ? always : keys.get(key).patterns;
            for (Filed one : filed) {
                rules[pattern] = one.rule();
                if (globs != null) {
                    globs[pattern] = one.glob();
                }
                pattern++;
            }
            if (key < keys.size()) {
                byte[] name = keys.get(key).name;
                System.arraycopy(name, 0, names, nameStarts[key], name.length);
            }
        }
        return new ActionIndex(
                services.size(),
                services.size() + beginnings.size(),
                names,
                nameStarts,
                lengths(),
                firsts,
                rules,
                globs);
    }

    private long[] lengths() {
        long[] lengths = new long[services.size()];
        int service = 0;
        for (Key key : services.values()) {
            lengths[service++] = key.lengths;
        }
        return lengths;
    }
}
