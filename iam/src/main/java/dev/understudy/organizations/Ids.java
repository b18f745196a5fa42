package dev.understudy.organizations;

import dev.understudy.policy.AccountId;

import java.util.random.RandomGenerator;

/** Makes the ids of an organization's parts. */
final class Ids {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final long LEAST_ACCOUNT = 100_000_000_000L;

    private Ids() {}

    /** So many small letters and digits. */
    static String letters(int count, RandomGenerator random) {
        StringBuilder id = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /** Twelve digits, no zero in front. */
    static AccountId account(RandomGenerator random) {
        return AccountId.of(Long.toString(LEAST_ACCOUNT + random.nextLong(9 * LEAST_ACCOUNT)));
    }
}
