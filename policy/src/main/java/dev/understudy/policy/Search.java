package dev.understudy.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds one text in another in time proportional to both, whatever they are: the plain search goes
 * first, and hands over once it has done more work than their lengths warrant.
 */
final class Search {
    /** Below this product of lengths the plain search cannot take long. */
    static final long FEW_STEPS = 1 << 14;

    private static final int WORD = 64;

    private Search() {}

    /** The first place of the literal in the part of the text; -1 if there is none. */
    static int literal(String text, int from, int to, String wanted) {
        int length = wanted.length();
        if (length == 0) {
            return from <= to ? from : -1;
        }
        char first = wanted.charAt(0);
        long left = FEW_STEPS + to - from;
        for (int i = from; i <= to - length; i++) {
            i = text.indexOf(first, i);
            if (i < 0 || i > to - length) {
                return -1;
            }
            int same = common(text, i, wanted);
            if (same == length) {
                return i;
            }
            left -= same;
            if (left < 0) {
                return steady(text, i, to, wanted);
            }
        }
        return -1;
    }

    private static int common(String text, int offset, String wanted) {
        int same = 0;
        while (same < wanted.length() && text.charAt(offset + same) == wanted.charAt(same)) {
            same++;
        }
        return same;
    }

    /** Knuth, Morris and Pratt: never looks at a character of the text twice. */
    private static int steady(String text, int from, int to, String wanted) {
        int[] border = new int[wanted.length() + 1];
        for (int i = 1, k = 0; i < wanted.length(); i++) {
            while (k > 0 && wanted.charAt(i) != wanted.charAt(k)) {
                k = border[k];
            }
            k = wanted.charAt(i) == wanted.charAt(k) ? k + 1 : 0;
            border[i + 1] = k;
        }
        int matched = 0;
        for (int i = from; i < to; i++) {
            while (matched > 0 && text.charAt(i) != wanted.charAt(matched)) {
                matched = border[matched];
            }
            matched = text.charAt(i) == wanted.charAt(matched) ? matched + 1 : 0;
            if (matched == wanted.length()) {
                return i + 1 - matched;
            }
        }
        return -1;
    }

    /**
     * The same for a text in which some places match any character: 64 of its characters a step.
     *
     * @param any where any character will do
     */
    static int masked(String text, int from, int to, char[] wanted, boolean[] any) {
        int words = (wanted.length + WORD - 1) / WORD;
        long[] everywhere = new long[words];
        Map<Character, long[]> places = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            long[] bits =
                    any[i] ? everywhere : places.computeIfAbsent(wanted[i], c -> new long[words]);
            bits[i / WORD] |= 1L << (i % WORD);
        }
        long[] begun = new long[words];
        int end = wanted.length - 1;
        for (int i = from; i < to; i++) {
            long[] here = places.get(text.charAt(i));
            long carry = 1;
            for (int w = 0; w < words; w++) {
                long shifted = begun[w] << 1 | carry;
                carry = begun[w] >>> (WORD - 1);
                begun[w] = shifted & (here == null ? everywhere[w] : everywhere[w] | here[w]);
            }
            if ((begun[end / WORD] >>> (end % WORD) & 1) != 0) {
                return i - end;
            }
        }
        return -1;
    }
}
