package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.PolicyText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases in {@code spec/lint}: everything that is found is expected there, and the reverse. */
class LintSpecTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsThereAndNothingElse(Cases.Case c) {
        assertThat(
                        Linter.lint(c.policy(), c.kind()).stream()
                                .map(f ->
                                        String.join(
                                                " ",
                                                f.code(),
                                                f.severity().name(),
                                                f.start().toString(),
                                                f.end().toString()))
                                .sorted())
                .isEqualTo(c.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEditRemovesItsFinding(Cases.Case c) {
        List<Finding> before = Linter.lint(c.policy(), c.kind());
        for (Finding finding : before) {
            if (finding.edit() != null) {
                String fixed = Fixes.apply(c.policy(), List.of(finding));
                assertThat(PolicyText.read(fixed).problem()).as(fixed).isNull();
                assertThat(count(Linter.lint(fixed, c.kind()), finding.issue()))
                        .as("%s in %s", finding.code(), fixed)
                        .isLessThan(count(before, finding.issue()));
            }
        }
    }

    private static long count(List<Finding> findings, Issue issue) {
        return findings.stream().filter(finding -> finding.issue() == issue).count();
    }

    @Test
    void everyIssueHasACase() {
        Set<String> found =
                cases().stream()
                        .flatMap(c -> c.expected().stream())
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .collect(Collectors.toSet());
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Issue.values()).map(Issue::name).toList());
    }

    @Test
    void kindsAreGuessed() {
        String actions = "\"Action\":\"%s\"";
        String open = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",";
        String trust = open + "\"Principal\":\"*\"," + actions.formatted("sts:AssumeRole") + "}}";
        String bucket =
                open
                        + "\"Principal\":\"*\","
                        + actions.formatted("s3:Get*")
                        + ",\"Resource\":\"*\"}}";
        String user = open + actions.formatted("sts:AssumeRole") + ",\"Resource\":\"*\"}}";
        assertThat(List.of(trust, bucket, user, "no policy").stream().map(Linter::guessKind))
                .map(Enum::name)
                .containsExactly("TRUST", "RESOURCE", "IDENTITY", "IDENTITY");
    }
}
