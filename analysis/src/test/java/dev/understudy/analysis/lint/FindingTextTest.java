package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.PolicyKind;

import org.junit.jupiter.api.Test;

/** What a terminal shows. */
class FindingTextTest {
    private static final String POLICY =
            """
            {
              "Version": "2012-10-17",
              "Statement": {
            \t"Effect": "allow",
                "Action": "s3:GetObject", "Resource": "*"
              }
            }
            """;

    @Test
    void marksThePlace() {
        Finding finding = Linter.lint(POLICY, PolicyKind.IDENTITY).getFirst();
        assertThat(new FindingText("p.json", POLICY, false).of(finding))
                .isEqualTo(
                        """
                        p.json:4:12: error INVALID_EFFECT: `allow` is no effect
                            4 |  "Effect": "allow",
                              |            ^^^^^^^
                              fix: write `Allow`
                              see: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-invalid-effect
                        """);
    }

    @Test
    void showsOfALongLineWhatIsAround() {
        String policy =
                "{\"Version\":\"2012-10-17\",\"Id\":\"" + "x".repeat(400) + "\",\"Statement\":[]}";
        Finding finding = Linter.lint(policy, PolicyKind.IDENTITY).getFirst();
        String[] lines = new FindingText("p", policy, false).of(finding).split("\n");
        assertThat(lines[1]).startsWith("    1 | ...").hasSizeLessThan(170);
        assertThat(lines[1].indexOf("[]")).isEqualTo(lines[2].indexOf("^^"));
    }

    @Test
    void coloursOnlyWhenAsked() {
        Finding finding = Linter.lint(POLICY, PolicyKind.IDENTITY).getFirst();
        assertThat(new FindingText("p", POLICY, true).of(finding))
                .contains("\u001b[1;31merror\u001b[0m");
        assertThat(new FindingText("p", POLICY, false).of(finding)).doesNotContain("\u001b");
    }
}
