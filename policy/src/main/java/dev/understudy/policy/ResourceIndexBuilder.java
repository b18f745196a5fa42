package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Sorts rules by what in a resource gives them away. */
final class ResourceIndexBuilder {
    private final int gramLength;
    private final Map<Long, Integer> counts = new HashMap<>();
    private final TreeSet<Integer> always = new TreeSet<>();
    private final Map<String, TreeSet<Integer>> wholes = new HashMap<>();
    private final Map<Long, TreeSet<Integer>> grams = new LinkedHashMap<>();

    ResourceIndexBuilder(Rule[] rules, int gramLength) {
        this.gramLength = gramLength;
        for (Rule rule : rules) {
            for (ArnPattern pattern : patterns(rule)) {
                count(pattern);
            }
        }
        for (int i = 0; i < rules.length; i++) {
            file(i, rules[i]);
        }
    }

    private static ArnPattern[] patterns(Rule rule) {
        ResourceTest test = rule.resource();
        return test == null || test.negated() ? new ArnPattern[0] : test.patterns();
    }

    private void count(ArnPattern pattern) {
        for (String literal : pattern.resourceLiterals()) {
            for (int i = 0; i + gramLength <= literal.length(); i++) {
                counts.merge(ResourceIndex.gram(literal, i), 1, Integer::sum);
            }
        }
    }

    private void file(int place, Rule rule) {
        ResourceTest test = rule.resource();
        if (test == null || test.negated()) {
            always.add(place);
            return;
        }
        for (ArnPattern pattern : test.patterns()) {
            String whole = pattern.literal();
            Long gram = rarest(pattern);
            if (whole != null) {
                wholes.computeIfAbsent(whole, missing -> new TreeSet<>()).add(place);
            } else if (gram != null) {
                grams.computeIfAbsent(gram, missing -> new TreeSet<>()).add(place);
            } else {
                always.add(place);
            }
        }
    }

    private @Nullable Long rarest(ArnPattern pattern) {
        Long rarest = null;
        int least = Integer.MAX_VALUE;
        for (String literal : pattern.resourceLiterals()) {
            for (int i = 0; i + gramLength <= literal.length(); i++) {
                long gram = ResourceIndex.gram(literal, i);
                int count = counts.getOrDefault(gram, 0);
                if (count < least) {
                    least = count;
                    rarest = gram;
                }
            }
        }
        return rarest;
    }

    int[] always() {
        return ints(always);
    }

    Map<String, int[]> wholes() {
        Map<String, int[]> arrays = new HashMap<>();
        wholes.forEach((whole, places) -> arrays.put(whole, ints(places)));
        return arrays;
    }

    Map<Long, int[]> grams() {
        Map<Long, int[]> arrays = new LinkedHashMap<>();
        grams.forEach((gram, places) -> arrays.put(gram, ints(places)));
        return arrays;
    }

    private static int[] ints(Collection<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
