package dev.understudy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The example of the README. */
class ReadmeTest {
    @Test
    void theExampleWorks() {
        String text =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"}}}}";
        PolicyDocument document = PolicyDocument.parse(text);
        PolicySet policies =
                PolicySet.builder()
                        .identity(
                                List.of(new PolicySource("alice's", PolicyKind.IDENTITY, document)))
                        .build();
        AccountId account = AccountId.of("111122223333");
        Principal alice =
                new Principal.IamUser(account, "arn:aws:iam::111122223333:user/alice", "AIDAALICE");
        RequestContext context = RequestContext.builder().put("aws:SourceIp", "192.0.2.7").build();
        AccessRequest request =
                new AccessRequest(
                        alice, "s3:GetObject", "arn:aws:s3:::bucket/key", account, context);
        assertThat(Evaluator.decide(request, policies).allowed()).isFalse();
        assertThat(Evaluator.explain(request, policies).oneLine())
                .isEqualTo(
                        "arn:aws:iam::111122223333:user/alice may not s3:GetObject on arn:aws:s3:::bucket/key: because no"
                                + " identity-based policy allows the s3:GetObject action; alice's at 1:37 would have allowed, but"
                                + " aws:SourceIp was 192.0.2.7 and the statement wants 10.0.0.0/8");
    }
}
