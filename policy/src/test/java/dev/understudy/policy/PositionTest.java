package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Statements know where they stand. */
class PositionTest {
    @Test
    void statementsOfOneLine() {
        String text =
                "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"\", \"Effect\":"
                        + " \"Allow\", \"Action\": \"s3:PutObject\", \"Resource\": \"*\"}}";
        Statement statement = PolicyDocument.parse(text).statements().get(0);
        // AWS's simulator gives 1:41 and 1:113 for this document: the columns after the braces.
        assertThat(statement.start().offset()).isEqualTo(39);
        assertThat(statement.start().column() + 1).isEqualTo(41);
        assertThat(statement.end().column() + 1).isEqualTo(113);
        assertThat(statement.text()).startsWith("{\"Sid\"").endsWith("\"*\"}");
    }

    @Test
    void statementsOfSeveralLines() {
        String text =
                "{\n"
                        + " \"Statement\": [\n"
                        + "  {\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":\"*\"},\n"
                        + "  {\"Effect\":\"Deny\",\n"
                        + "\"Action\":\"a:b\",\"Resource\":\"*\"}]}";
        PolicyDocument document = PolicyDocument.parse(text);
        assertThat(document.statements().get(1).start()).hasToString("4:3");
        assertThat(document.statements().get(1).end()).hasToString("5:30");
        assertThat(document.version()).isEqualTo("2008-10-17");
    }

    @Test
    void sizeCountsAllButBlanksOutsideOfStrings() {
        String text =
                "{ \"Statement\" :\n"
                        + "\t{\"Effect\":\"Allow\",\"Action\":\"a:b c\",\"Resource\":\"*\"} }";
        assertThat(PolicyDocument.parse(text).size())
                .isEqualTo(
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"a:b c\",\"Resource\":\"*\"}}"
                                .length());
    }

    @Test
    void problemsHavePlaces() {
        PolicyReading reading =
                PolicyReader.read(
                        "{\n\"Version\":\"2012-10-17\",\n\"Bogus\":1}", PolicyKind.IDENTITY);
        assertThat(((PolicyReading.Invalid) reading).problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "3:1: `Bogus` is no element here", "1:1: a statement is missing");
    }

    @Test
    void brokenRulesHaveThePlaceOfTheirStatement() {
        String good = "{\"Sid\":\"a\",\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Resource\":\"*\"}";
        String open = "{\"Version\":\"2012-10-17\",\"Statement\":[\n";
        String region = good.replace("\"*\"", "\"arn:aws:s3:x::b\"").replace("\"a\"", "\"b\"");
        assertThat(problem(open + good + ",\n " + region + "]}"))
                .startsWith("3:2: Resource arn:aws:s3:x::b can");
        assertThat(problem(open + good + ",\n" + good + "]}")).startsWith("3:1: Statement IDs");
        assertThat(problem("{\"Statement\":" + good + "}"))
                .startsWith("1:1: Policy document must be");
    }

    private static String problem(String text) {
        PolicyReading reading = PolicyReader.read(text, PolicyKind.IDENTITY);
        return ((PolicyReading.Invalid) reading).problems().get(0).toString();
    }
}
