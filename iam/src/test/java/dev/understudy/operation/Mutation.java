package dev.understudy.operation;

import java.util.List;
import java.util.Random;

/** Cuts texts up, seeded: deletes, repeats, crosses, and puts letters in that mean something. */
final class Mutation {
    private static final String LETTERS =
            "\"\\{}[]:,.=<>&;#/!-_ \r\n\t0123456789aeZ\u0000\u00e9\ud800\uffff";

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** One of the seeds, changed in up to four places, or not at all. */
    String of(List<String> seeds) {
        StringBuilder text = new StringBuilder(pick(seeds));
        for (int i = random.nextInt(5); i > 0; i--) {
            change(text, seeds);
        }
        return text.toString();
    }

    private void change(StringBuilder text, List<String> seeds) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(40));
        switch (random.nextInt(6)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(40)));
            case 2 -> text.insert(at, piece(pick(seeds)));
            case 3 -> text.replace(at, end, piece(pick(seeds)));
            default -> text.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
    }

    private String piece(String other) {
        int from = random.nextInt(other.length() + 1);
        return other.substring(from, Math.min(other.length(), from + random.nextInt(400)));
    }

    private String pick(List<String> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }
}
