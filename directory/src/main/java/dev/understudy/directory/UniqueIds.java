package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.random.RandomGenerator;

/**
 * Unique ids and access key ids, which carry their account as AWS's do: after the four letters of
 * the kind come eight characters for half the account's number, and one whose half of the alphabet
 * says whether the number is odd.
 */
public final class UniqueIds {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PREFIX = 4;
    private static final long MARK = 0x80_0000_0000L;
    private static final int KEY_LENGTH = 20;
    private static final int ID_LENGTH = 21;
    private static final int BITS = 5;

    private UniqueIds() {}

    /**
     * A fresh id: 20 characters for access keys ({@code AKIA}, {@code ASIA}), 21 for all others.
     *
     * @param prefix four capital letters
     */
    public static String next(String prefix, AccountId account, RandomGenerator random) {
        int length = prefix.equals("AKIA") || prefix.equals("ASIA") ? KEY_LENGTH : ID_LENGTH;
        long number = Long.parseLong(account.digits());
        long half = MARK + number / 2;
        StringBuilder id = new StringBuilder(length).append(prefix);
        for (int shift = 7 * BITS; shift >= 0; shift -= BITS) {
            id.append(ALPHABET.charAt((int) (half >> shift) & 31));
        }
        // One draw for all letters: a secure source has a price for each.
        long bits = random.nextLong();
        id.append(ALPHABET.charAt((int) (number & 1) * 16 + (int) (bits & 15)));
        for (bits >>>= BITS; id.length() < length; bits >>>= BITS) {
            id.append(ALPHABET.charAt((int) bits & 31));
        }
        return id.toString();
    }

    /** The account in an id; null if the id carries none. */
    public static @Nullable AccountId accountOf(String id) {
        if (id.length() < PREFIX + 9) {
            return null;
        }
        long half = 0;
        for (int i = PREFIX; i < PREFIX + 8; i++) {
            int digit = ALPHABET.indexOf(id.charAt(i));
            if (digit < 0) {
                return null;
            }
            half = half << BITS | digit;
        }
        int parity = ALPHABET.indexOf(id.charAt(PREFIX + 8));
        long number = (half - MARK) * 2 + (parity >= 16 ? 1 : 0);
        return parity < 0 || half < MARK || number > 999_999_999_999L
                ? null
                : AccountId.of("%012d".formatted(number));
    }
}
