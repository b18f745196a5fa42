package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Subsumption against a plain reference: every text up to a length, matched by both patterns. The
 * texts hold a character that no pattern names, as real ones do.
 */
class SubsumptionTest {
    private static final int PATTERN = 4;
    private static final int TEXT = 6;

    private static List<String> words(String alphabet, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        int from = 0;
        for (int length = 0; length < longest; length++) {
            int to = words.size();
            for (int i = from; i < to; i++) {
                for (char c : alphabet.toCharArray()) {
                    words.add(words.get(i) + c);
                }
            }
            from = to;
        }
        return words;
    }

    /** Written as the language says it, without regard to time. */
    private static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '*') {
            return matches(rest, text) || !text.isEmpty() && matches(pattern, text.substring(1));
        }
        boolean fits =
                !text.isEmpty()
                        && (pattern.charAt(0) == '?' || pattern.charAt(0) == text.charAt(0));
        return fits && matches(rest, text.substring(1));
    }

    @Test
    void saysWhatTheReferenceSays() {
        List<String> texts = words("ab#", TEXT);
        Map<String, boolean[]> matched = new TreeMap<>();
        for (String pattern : words("ab*?", PATTERN)) {
            boolean[] all = new boolean[texts.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = matches(pattern, texts.get(i));
            }
            matched.put(pattern, all);
        }
        int covered = 0;
        for (Map.Entry<String, boolean[]> wide : matched.entrySet()) {
            for (Map.Entry<String, boolean[]> narrow : matched.entrySet()) {
                boolean covers = Subsumption.covers(wide.getKey(), narrow.getKey());
                covered += covers ? 1 : 0;
                if (covers != isSubset(narrow.getValue(), wide.getValue())) {
                    throw new AssertionError(
                            wide.getKey() + " over " + narrow.getKey() + ": " + covers);
                }
            }
        }
        assertThat(covered).isBetween(matched.size(), matched.size() * matched.size() / 2);
    }

    private static boolean isSubset(boolean[] narrow, boolean[] wide) {
        for (int i = 0; i < narrow.length; i++) {
            if (narrow[i] && !wide[i]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void resourcesAreComparedPartByPart() {
        String any = "arn:aws:sqs:*:*:q";
        assertThat(Subsumption.coversResource(any, "arn:aws:sqs:eu:1:q", true)).isTrue();
        assertThat(Subsumption.coversResource(any, "arn:aws:sqs:eu:1:2:q", true)).isFalse();
        assertThat(Subsumption.coversResource("*", any, true)).isTrue();
        assertThat(Subsumption.coversResource("arn:*:*:*:*:*", "*", true)).isFalse();
        assertThat(Subsumption.coversResource("arn:aws:s3", "arn:aws:s3:::b", true)).isTrue();
        assertThat(Subsumption.coversResource("arn:aws:s3:::b", "arn:aws:s3", true)).isFalse();
    }

    @Test
    void aVariableIsTakenByStarsAlone() {
        String home = "arn:aws:s3:::b/${aws:username}/*";
        assertThat(Subsumption.coversResource("arn:aws:s3:::b/*", home, true)).isTrue();
        assertThat(Subsumption.coversResource("arn:aws:s3:::b/?/*", home, true)).isFalse();
        assertThat(Subsumption.coversResource(home, "arn:aws:s3:::b/a/*", true)).isFalse();
        assertThat(Subsumption.coversResource(home, home, true)).isTrue();
        assertThat(Subsumption.coversResource("arn:aws:*:*:*:*", "arn:aws:s3:${a:b}::c", true))
                .isFalse();
    }
}
