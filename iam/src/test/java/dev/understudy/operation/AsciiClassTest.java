package dev.understudy.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/** The table passes nothing that the expression does not. */
class AsciiClassTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\\w+=,.@-]*",
                "[\\w+=,.@:\\/-]*",
                "[\\w]+",
                "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
                "[^a-z\\n]*",
                "[0-9]*"
            })
    void whatItPassesMatches(String expression) {
        Pattern pattern = Pattern.compile(expression);
        AsciiClass letters = Objects.requireNonNull(AsciiClass.of(pattern));
        Random random = new Random(1);
        int passed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(4); length > 0; length--) {
                text.append((char) random.nextInt(random.nextInt(8) == 0 ? 0x300 : 128));
            }
            if (letters.isRunOf(text.toString())) {
                assertThat(pattern.matcher(text).matches()).as("%s", text).isTrue();
                passed++;
            }
        }
        assertThat(passed).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]",
                "[a-z]{1,3}",
                "[a-z]*[0-9]*",
                "([a-z])*",
                "[a-z&&[^b]]*",
                "[a-z]+|x",
                "arn:[a-z]*",
                "[[a][b]]*",
                ".*"
            })
    void whatIsNotOneClassIsLeftToTheExpression(String expression) {
        assertThat(AsciiClass.of(Pattern.compile(expression))).isNull();
    }

    @Test
    void anEmptyTextIsLeftToTheExpression() {
        AsciiClass letters = Objects.requireNonNull(AsciiClass.of(Pattern.compile("[a-z]*")));
        assertThat(letters.isRunOf("")).isFalse();
    }
}
