package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.stream.Stream;

/**
 * What may not be saved, with the text AWS gives, by the cases in {@code
 * spec/policy/malformed.json}.
 */
class MalformedSpecTest {
    static Stream<JsonNode> cases() {
        return SpecFiles.cases("malformed.json").stream().map(JsonNode.class::cast);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesAwsText(JsonNode c) {
        assertThat(c.get("source").asString()).isNotBlank();
        String text = c.get("document").asString();
        PolicyReading reading =
                c.get("kind").asString().equals("INLINE")
                        ? PolicyReader.readInline(text)
                        : PolicyReader.read(text, PolicyKind.valueOf(c.get("kind").asString()));
        String message =
                reading instanceof PolicyReading.Invalid
                        ? ((PolicyReading.Invalid) reading).message()
                        : null;
        assertThat(message)
                .isEqualTo(c.get("message").isNull() ? null : c.get("message").asString());
        if (reading instanceof PolicyReading.Invalid) {
            assertThat(((PolicyReading.Invalid) reading).problems()).isNotEmpty();
        }
    }
}
