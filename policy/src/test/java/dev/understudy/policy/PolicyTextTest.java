package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places in a text. */
class PolicyTextTest {
    private static final String TEXT = "{\n  \"a\": [1, \"b\\n\"],\r\n  \"c\": null }";

    @Test
    void valuesKnowTheirPlaces() {
        PolicyText text = PolicyText.read(TEXT);
        assertThat(text.problem()).isNull();
        Json.JsonObject top = (Json.JsonObject) text.root();
        Json.Member member = top.member("a");
        assertThat(TEXT.substring(member.start(), member.nameEnd())).isEqualTo("\"a\"");
        Json item = ((Json.JsonArray) member.value()).items().get(1);
        assertThat(TEXT.substring(item.start(), item.end())).isEqualTo("\"b\\n\"");
        assertThat(text.position(item.start())).hasToString("2:12");
        assertThat(top.get("none")).isNull();
    }

    @Test
    void positionsAreThoseOfTheParser() {
        PolicyText text = PolicyText.read(TEXT);
        for (int offset = 0; offset <= TEXT.length(); offset++) {
            assertThat(text.position(offset)).isEqualTo(Position.of(TEXT, offset));
        }
    }

    @Test
    void linesHaveNoEnds() {
        PolicyText text = PolicyText.read(TEXT);
        assertThat(text.line(1)).isEqualTo("{");
        assertThat(text.line(2)).isEqualTo("  \"a\": [1, \"b\\n\"],");
        assertThat(text.line(3)).isEqualTo("  \"c\": null }");
    }

    @Test
    void whatIsNoJsonHasAProblem() {
        PolicyText text = PolicyText.read("{\n\"a\":1,\n\"a\":2}");
        assertThat(text.root()).isNull();
        assertThat(text.problem()).hasToString("3:1: `a` is given twice");
        assertThat(PolicyText.read("").problem()).hasToString("1:1: the document ends early");
    }

    @Test
    void operatorsAreTheEvaluators() {
        assertThat(ConditionOperators.isKnown("ForAnyValue:StringLikeIfExists")).isTrue();
        assertThat(ConditionOperators.isKnown("Null")).isTrue();
        assertThat(ConditionOperators.isKnown("NullIfExists")).isFalse();
        assertThat(ConditionOperators.accepts("DateLessThan", "2016-12-13")).isTrue();
        assertThat(ConditionOperators.accepts("DateLessThan", "234-13")).isFalse();
        assertThat(ConditionOperators.accepts("IpAddress", "203.0.113.0/33")).isFalse();
    }
}
