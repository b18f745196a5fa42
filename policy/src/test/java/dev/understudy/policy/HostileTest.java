package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Texts that are meant to harm. */
class HostileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"\\ud800\"}}",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"\u0000\"}}",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"\\x\"}}",
                "{\"Version\":01}",
                "{\"Version\":1e}",
                "{\"Version\":tru}",
                "\"",
                "{\"a\"",
                "{\"a\":",
                "[",
                "-"
            })
    void brokenJsonIsRefused(String text) {
        assertThatThrownBy(() -> PolicyDocument.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PolicyReader.read(text, PolicyKind.IDENTITY))
                .isInstanceOf(PolicyReading.Invalid.class);
    }

    @Test
    void depthIsBounded() {
        for (String open : List.of("[", "{\"a\":")) {
            assertThat(PolicyReader.read(open.repeat(100_000), PolicyKind.IDENTITY))
                    .isInstanceOf(PolicyReading.Invalid.class);
        }
    }

    @Test
    void aMegabyteIsReadOnce() {
        String statement = "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}";
        String text =
                "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + (statement + ",\n").repeat(20_000)
                        + statement
                        + "]}";
        assertThat(PolicyDocument.parse(text).statements()).hasSize(20_001);
        String broken = text.replace("\"Allow\"", "\"Maybe\"");
        assertThat(
                        ((PolicyReading.Invalid) PolicyReader.read(broken, PolicyKind.IDENTITY))
                                .problems())
                .hasSizeLessThan(100);
    }

    @Test
    void starsDoNotMultiply() {
        String pattern = "*a".repeat(3_000) + "b";
        String text = "a".repeat(2_048);
        // With going back over what was matched this would not end.
        assertThat(Glob.of(pattern).matches(text)).isFalse();
        assertThat(Glob.of("*a".repeat(1_000) + "*").matches(text)).isTrue();
        assertThat(Glob.of("*?a?".repeat(500) + "*").matches(text)).isTrue();
    }

    @Test
    void globsMatchAsTheirRegularExpressionsDo() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String pattern = word(random, "ab*?");
            String text = word(random, "ab");
            String regex = pattern.replace("*", ".*").replace("?", ".");
            assertThat(Glob.of(pattern).matches(text))
                    .as("%s against %s", pattern, text)
                    .isEqualTo(Pattern.matches(regex, text));
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
