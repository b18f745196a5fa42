package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every condition operator, by the cases in {@code spec/policy/conditions}; under a locale whose
 * letters fold oddly.
 */
class ConditionSpecTest {
    private static final Principal ANYONE =
            new Principal.IamUser(
                    AccountId.of("111122223333"),
                    "arn:aws:iam::111122223333:user/alice",
                    "AIDAALICE");

    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void turkish() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                        "string",
                        "numeric",
                        "date",
                        "ip-address",
                        "arn",
                        "bool-null-binary",
                        "sets",
                        "variables")
                .flatMap(file ->
                        Spec.cases("conditions/" + file + ".json").stream()
                                .map(c -> Arguments.of(file + " " + c, c)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void conditionMatchesAsAwsSays(String name, JsonNode c) {
        String version = c.path("version").asString("2012-10-17");
        String document =
                "{\"Version\":\"%s\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":%s}}"
                        .formatted(version, c.get("condition"));
        PolicySource source =
                new PolicySource("p", PolicyKind.IDENTITY, PolicyDocument.parse(document));
        AccessRequest request =
                new AccessRequest(
                        ANYONE,
                        "s3:GetObject",
                        "arn:aws:s3:::b/k",
                        null,
                        Spec.context(c.get("context")));
        PolicySet policies = PolicySet.builder().identity(java.util.List.of(source)).build();
        assertThat(Evaluator.decide(request, policies).allowed())
                .isEqualTo(c.get("matches").asBoolean());
        assertThat(Evaluator.explain(request, policies).statements().getFirst().matched())
                .isEqualTo(c.get("matches").asBoolean());
    }
}
