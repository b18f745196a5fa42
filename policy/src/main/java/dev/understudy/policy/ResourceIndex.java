package dev.understudy.policy;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Finds those of many statements on the same action whose resource may match: a whole ARN by
 * itself, a pattern by six characters in a row that every resource it matches must have, the rarest
 * there are. What has none of these is always looked at. What is found is not yet known to match.
 */
final class ResourceIndex {
    private static final int GRAM = 6;
    private static final long GRAM_MASK = (1L << 8 * GRAM) - 1;
    private static final int BITS_A_GRAM = 8;

    /** Below this gain the plain way is as good. */
    private static final int WORTHWHILE = 4;

    private final int size;
    private final int[] always;
    private final Map<String, int[]> wholes;
    private final long[] grams;
    private final int[][] found;
    private final long[] filter;

    private ResourceIndex(ResourceIndexBuilder from, int size) {
        this.size = size;
        this.always = from.always();
        this.wholes = from.wholes();
        Map<Long, int[]> byGram = from.grams();
        int slots = Integer.highestOneBit(Math.max(1, byGram.size())) << 2;
        this.grams = new long[slots];
        this.found = new int[slots][];
        this.filter = new long[Math.max(1, slots * BITS_A_GRAM / Long.SIZE)];
        byGram.forEach((gram, members) -> {
            int slot = slot(gram);
            while (found[slot] != null) {
                slot = slot + 1 & slots - 1;
            }
            grams[slot] = gram;
            found[slot] = members;
            int bit = bit(gram);
            filter[bit / Long.SIZE] |= 1L << bit;
        });
    }

    /** The index of the rules by their place; null if it would not help. */
    static @Nullable ResourceIndex of(Rule[] rules) {
        ResourceIndexBuilder builder = new ResourceIndexBuilder(rules, GRAM);
        return builder.always().length * WORTHWHILE > rules.length
                ? null
                : new ResourceIndex(builder, rules.length);
    }

    /** The characters of a gram as a number; of each the low byte, which is verified later. */
    static long gram(String text, int start) {
        long gram = 0;
        for (int i = start; i < start + GRAM; i++) {
            gram = next(gram, text.charAt(i));
        }
        return gram;
    }

    private static long next(long gram, char c) {
        return (gram << 8 | c & 0xFF) & GRAM_MASK;
    }

    private static long spread(long gram) {
        long mixed = gram * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    private int slot(long gram) {
        return (int) spread(gram) & grams.length - 1;
    }

    private int bit(long gram) {
        return (int) (spread(gram) >>> 20) & filter.length * Long.SIZE - 1;
    }

    /**
     * What those rules say that may match.
     *
     * @param first the pattern of the first rule
     */
    int says(Rules rules, int first, AccessRequest request, Naming naming, int known) {
        int said = each(always, rules, first, request, naming, known);
        int[] whole = wholes.get(request.resource());
        if (whole != null) {
            said = each(whole, rules, first, request, naming, said);
        }
        return grams(rules, first, request, naming, said);
    }

    private int grams(Rules rules, int first, AccessRequest request, Naming naming, int known) {
        String resource = request.resource();
        int start = ArnPattern.resourceStart(resource);
        int said = known;
        int looks = 0;
        long gram = 0;
        for (int i = start; start >= 0 && i < resource.length() && said < Rules.DENIES; i++) {
            gram = next(gram, resource.charAt(i));
            int[] members = i < start + GRAM - 1 ? null : members(gram);
            if (members != null) {
                looks += members.length;
                if (looks > size) {
                    // A resource that repeats itself; every rule once is less.
                    return all(rules, first, request, naming, said);
                }
                said = each(members, rules, first, request, naming, said);
            }
        }
        return said;
    }

    private int @Nullable [] members(long gram) {
        int bit = bit(gram);
        if ((filter[bit / Long.SIZE] >>> bit & 1) == 0) {
            return null;
        }
        int slot = slot(gram);
        while (found[slot] != null && grams[slot] != gram) {
            slot = slot + 1 & grams.length - 1;
        }
        return found[slot];
    }

    private static int each(
            int[] members,
            Rules rules,
            int first,
            AccessRequest request,
            Naming naming,
            int known) {
        int said = known;
        for (int i = 0; i < members.length && said < Rules.DENIES; i++) {
            said = rules.pattern(first + members[i], request, naming, said);
        }
        return said;
    }

    private int all(Rules rules, int first, AccessRequest request, Naming naming, int known) {
        int said = known;
        for (int i = 0; i < size && said < Rules.DENIES; i++) {
            said = rules.pattern(first + i, request, naming, said);
        }
        return said;
    }
}
