package dev.understudy.analysis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.policy.PolicyKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/** Texts made to hurt: nothing throws, what is said is bounded and harmless to a terminal. */
class HostileLintTest {
    private static final int LONG = 100_000;
    private static final int MOST_LINE = 1_000;

    private static void harmless(String text) {
        for (PolicyKind kind : PolicyKind.values()) {
            List<Finding> findings = Linter.lint(text, kind);
            assertThat(findings).hasSizeLessThanOrEqualTo(Findings.MOST);
            FindingText lines = new FindingText("f\u001b[2J", text, false);
            for (Finding finding : findings) {
                assertThat(finding.message() + finding.fix())
                        .hasSizeLessThan(MOST_LINE)
                        .matches("\\P{Cntrl}+");
                assertThat(finding.start().offset()).isBetween(0, text.length());
                assertThat(finding.end().offset())
                        .isBetween(finding.start().offset(), text.length());
                assertThat(lines.of(finding).replace("\n", "")).matches("[^\\p{Cntrl}\u202e]+");
            }
        }
    }

    private static String many(String item) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; list.length() < LONG; i++) {
            list.append(i == 0 ? "\"" : ",\"")
                    .append(item.replace("#", Integer.toString(i)))
                    .append('"');
        }
        return list.append(']').toString();
    }

    private static String policy(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                + action
                + ",\"Resource\":"
                + resource
                + "}]}";
    }

    @Test
    void longListsEnd() {
        harmless(policy(many("s3:GetObjekt#"), "\"*\""));
        harmless(policy(many("s3:GetObject"), "\"*\""));
        harmless(policy(many("ec2:*a*#e*"), "\"*\""));
        harmless(policy("\"s3:GetObject\"", many("arn:aws:s3:::b#/*")));
        harmless(policy("\"s3:GetObject\"", many("arn:aws:s3:::" + "*a".repeat(200) + "#")));
        harmless(policy("\"s3:GetObject\"", many("arn:aws:iam::111122223333:x#")));
    }

    @Test
    void longValuesEnd() {
        harmless(policy("\"s3:" + "*a".repeat(LONG / 2) + "\"", "\"*\""));
        harmless(policy("\"s3:*\"", "\"arn:aws:s3:::" + "*a?".repeat(LONG / 3) + "\""));
        harmless(policy("\"s3:*\"", "\"" + "${".repeat(LONG / 2) + "\""));
        harmless("x".repeat(LONG * 2));
        harmless("[".repeat(LONG));
        harmless("\n".repeat(LONG));
    }

    @Test
    void nothingReachesTheTerminal() {
        harmless(policy("\"s3:\\u001b[31m\\u202e\\u0007\"", "\"arn:aws:s3:::\\u009b2J\""));
        harmless("{\"Version\":\"\u001b[31m\u202e\"}");
        harmless("{\"\\u001b[31m\":1,\"Statement\":{\"\\u202eEffect\":{}}}");
    }

    /** Cut anywhere, or with a character replaced, a policy is still only text. */
    @Test
    void brokenPoliciesAreOnlyText() {
        Random random = new Random(7);
        List<Cases.Case> cases = Cases.all();
        for (int i = 0; i < 1_500; i++) {
            Cases.Case c = cases.get(random.nextInt(cases.size()));
            if (c.policy().length() > 2 && c.policy().length() < 1_000) {
                StringBuilder text = new StringBuilder(c.policy());
                int at = random.nextInt(text.length());
                String odd = "{}[],:\"\\*?$x0-\u00e9\ud83d";
                text.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
                text.setLength(random.nextBoolean() ? text.length() : at);
                Linter.lint(text.toString(), c.kind());
                Linter.guessKind(text.toString());
            }
        }
    }
}
