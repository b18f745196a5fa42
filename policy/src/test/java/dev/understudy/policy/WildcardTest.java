package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.reference.ReferenceText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Random;

/** Stars and question marks, as StringLike has them, against a table of what matches what. */
class WildcardTest {
    private static final Principal ANYONE = new Principal.Anonymous();

    private static PolicySet like(String pattern) {
        ObjectNode document = RandomWorld.JSON.createObjectNode();
        ObjectNode statement = document.putObject("Statement");
        statement.put("Effect", "Allow").put("Principal", "*").put("Action", "*");
        statement.putObject("Condition").putObject("StringLike").put("k:s", pattern);
        PolicyDocument read = PolicyDocument.parse(document.toString());
        return PolicySet.builder()
                .resource(new PolicySource("p", PolicyKind.RESOURCE, read))
                .build();
    }

    private static boolean matches(PolicySet pattern, String text) {
        RequestContext context = RequestContext.builder().put("k:s", text).build();
        AccessRequest request = new AccessRequest(ANYONE, "a:b", "*", null, context);
        return Evaluator.decide(request, pattern).allowed();
    }

    @Test
    void matchesAsTheTableDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String pattern = word(random, "aab*?", 9);
            PolicySet compiled = like(pattern);
            for (int j = 0; j < 10; j++) {
                String text = word(random, "aab", 9);
                assertThat(matches(compiled, text))
                        .as("%s against %s", pattern, text)
                        .isEqualTo(ReferenceText.matches(pattern, text));
            }
        }
    }

    @Test
    void longPatternsMatchAsTheTableDoes() {
        Random random = new Random(8);
        for (int i = 0; i < 300; i++) {
            // Pieces that nearly match everywhere, longer than any short cut reaches.
            String piece = word(random, "aaab", 400) + (random.nextBoolean() ? "?" : "");
            String pattern = "*" + piece + "*" + word(random, "aab?", 5) + "*";
            String text = word(random, "aaab", 1_500) + piece.replace('?', 'b') + "b".repeat(i % 9);
            assertThat(matches(like(pattern), text))
                    .as("%s against %s", pattern, text)
                    .isEqualTo(ReferenceText.matches(pattern, text));
        }
    }

    /**
     * Whoever goes back over what a star took needs more steps here than there is time: this test
     * ends, or it does not. How long it takes is measured in {@code bench}.
     */
    @ParameterizedTest
    @CsvSource({"*a, b*, false", "*?a, b*, false", "*a, '', true", "*?, '', true", "*a?, a, true"})
    void twoThousandStarsAgainstAHundredThousandLetters(
            String piece, String end, boolean expected) {
        PolicySet pattern = like(piece.repeat(2_000) + "*" + end);
        assertThat(matches(pattern, "a".repeat(100_000))).isEqualTo(expected);
    }

    /** The same for one long piece, which must not be tried afresh at each letter of the text. */
    @Test
    void onePieceOfTwentyThousandLettersThatNearlyMatchesEverywhere() {
        for (String last : List.of("b", "?b")) {
            PolicySet pattern = like("*" + "a".repeat(20_000) + last + "*");
            assertThat(matches(pattern, "a".repeat(40_000))).isFalse();
        }
    }

    private static String word(Random random, String letters, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
