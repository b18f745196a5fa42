package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Policies and requests that are meant to make an explanation long, wrong or dangerous to read. */
class HostileExplanationTest {
    private static final AccountId ACCOUNT = AccountId.of("111122223333");
    private static final Principal ALICE =
            new Principal.IamUser(ACCOUNT, "arn:aws:iam::111122223333:user/alice", "AIDAALICE");

    private static AccessRequest request(String action, String resource, RequestContext context) {
        return new AccessRequest(ALICE, action, resource, ACCOUNT, context);
    }

    private static PolicySet identity(String statements) {
        return PolicySet.builder()
                .identity(
                        List.of(
                                new PolicySource(
                                        "p",
                                        PolicyKind.IDENTITY,
                                        PolicyDocument.parse(
                                                "{\"Version\":\"2012-10-17\",\"Statement\":["
                                                        + statements
                                                        + "]}"))))
                .build();
    }

    @Test
    void thousandsOfStatementsAreShortened() {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            statements.add(
                    "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObjec%s\",\"Resource\":\"arn:aws:s3:::b%d/*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/t%d\":\"%d\"}}}"
                            .formatted(i % 2 == 0 ? "t" : "s", i, i, i));
        }
        Explanation explanation =
                Evaluator.explain(
                        request("s3:GetObject", "arn:aws:s3:::b/k", RequestContext.EMPTY),
                        identity(String.join(",", statements)));
        assertThat(explanation.statements()).hasSize(5_000);
        assertThat(explanation.nearMisses()).hasSize(NearMisses.MOST);
        assertThat(explanation.changes()).hasSizeBetween(1, Proposals.MOST);
        assertThat(explanation.toText().length()).isLessThan(20_000);
        assertThat(explanation.toJson().length()).isLessThan(40_000);
        assertThat(explanation.oneLine().length()).isLessThan(2_000);
    }

    @Test
    void thousandsOfDeniesEndTheSearchAndNothingUnprovenIsProposed() {
        String deny = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}";
        Explanation explanation =
                Evaluator.explain(
                        request("s3:GetObject", "arn:aws:s3:::b/k", RequestContext.EMPTY),
                        identity((deny + ",").repeat(2_999) + deny));
        assertThat(explanation.changes()).isEmpty();
        assertThat(explanation.toText())
                .contains("and 2990 more", "no change was found")
                .hasSizeLessThan(20_000);
    }

    @Test
    void longListsAndValuesAreCut() {
        String many = "\"" + "x".repeat(100_000) + "\"" + ",\"y\"".repeat(10_000);
        Explanation explanation =
                Evaluator.explain(
                        request(
                                "s3:GetObject",
                                "arn:aws:s3:::b/k",
                                RequestContext.builder()
                                        .put("aws:PrincipalTag/t", "z".repeat(100_000))
                                        .build()),
                        identity(
                                "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringLike\":{\"aws:PrincipalTag/t\":["
                                        + many
                                        + "]}}}"));
        assertThat(explanation.oneLine()).hasSizeLessThan(3_000).contains("and 9996 more");
        assertThat(explanation.toText()).hasSizeLessThan(10_000);
    }

    @Test
    void nothingSteersATerminalOrBeginsALine() {
        String evil = "\u001b[2J\r\n2026 INFO refused\u202e";
        String escaped = "\\u001b[2J\\r\\n2026 INFO refused\\u202e";
        Explanation explanation =
                Evaluator.explain(
                        request(
                                "s3:GetObject",
                                "arn:aws:s3:::b/" + evil,
                                RequestContext.builder().put("aws:PrincipalTag/t", evil).build()),
                        identity(
                                "{\"Sid\":\""
                                        + escaped
                                        + "\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/t\":\""
                                        + escaped
                                        + "x\"}}}"));
        String bad = "(?s).*[\u001b\r\u202e].*";
        for (String text :
                List.of(explanation.toText(), explanation.oneLine(), explanation.toAssertion())) {
            assertThat(text).doesNotMatch(bad).contains("\\u001b[2J");
        }
        assertThat(explanation.oneLine()).doesNotContain("\n");
        assertThat(explanation.toText().lines().filter(line -> line.startsWith("2026"))).isEmpty();
        assertThat(Explanation.headline(explanation.request(), explanation.decision()))
                .doesNotMatch(bad)
                .doesNotContain("\n");
    }

    @Test
    void anActionThatIsAPatternIsGrantedNothing() {
        for (String action : List.of("s3:*", "*", "s3:Get?", "s3", "", "s3:\"Get")) {
            Explanation explanation =
                    Evaluator.explain(
                            request(action, "arn:aws:s3:::b/k", RequestContext.EMPTY),
                            PolicySet.builder().build());
            assertThat(explanation.changes()).as(action).isEmpty();
        }
    }

    @Test
    void aStatementOfManyLinesIsProposedInOne() {
        Explanation explanation =
                Evaluator.explain(
                        request("s3:GetObject", "arn:aws:s3:::b/k", RequestContext.EMPTY),
                        identity(
                                "{\n  \"Effect\": \"Allow\",\r\n  \"Action\": \"s3:GetObjects\",\n  \"Resource\": \"*\"\n}"));
        assertThat(explanation.changes().get(0).text())
                .endsWith(
                        "{ \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\" }");
    }
}
