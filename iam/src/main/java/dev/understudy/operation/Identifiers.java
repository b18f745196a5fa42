package dev.understudy.operation;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests and decisions. */
final class Identifiers {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int DECISION_LENGTH = 20;

    private Identifiers() {}

    /** A request's id: unique, and no secret. */
    static String request() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** A decision's id: 100 random bits, so that nobody asks for another's by guessing. */
    static String decision(SecureRandom random) {
        StringBuilder id = new StringBuilder(DECISION_LENGTH);
        for (int i = 0; i < DECISION_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
