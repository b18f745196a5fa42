package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class GetContextKeysTest {
    private static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [
              {"Effect": "Allow", "Action": "s3:*", "Resource": ["arn:aws:s3:::b/${aws:username}/${*}"],
               "Condition": {"StringEquals": {"aws:PrincipalTag/team": ["${ec2:Vpc, 'none'}", "${$}"]}}},
              {"Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::${s3:prefix}",
               "Condition": {"Bool": {"AWS:PRINCIPALTAG/TEAM": "true", "aws:SecureTransport": "false"}}}]}
            """;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static List<String> keys(Answer answer) {
        String text = answer.ok().text("ContextKeyNames").strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    @Test
    void keysOfConditionsAndVariablesInTheirOrder() {
        Answer answer =
                world.admin(World.TRUSTING)
                        .call("GetContextKeysForCustomPolicy", "PolicyInputList.member.1", POLICY);
        assertThat(keys(answer))
                .containsExactly(
                        "aws:PrincipalTag/team",
                        "aws:username",
                        "ec2:Vpc",
                        "aws:SecureTransport",
                        "s3:prefix");
    }

    @Test
    void theFirstVersionOfTheLanguageHasNoVariables() {
        String old = POLICY.replace("2012-10-17", "2008-10-17");
        Answer answer =
                world.admin(World.TRUSTING)
                        .call("GetContextKeysForCustomPolicy", "PolicyInputList.member.1", old);
        assertThat(keys(answer)).containsExactly("aws:PrincipalTag/team", "aws:SecureTransport");
    }

    @Test
    void ofAPrincipalWithWhatIsGiven() {
        Client admin = world.admin(World.TRUSTING);
        world.userWith(World.TRUSTING, "alice", POLICY);
        String arn = "arn:aws:iam::111122223333:user/alice";
        String more =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Null\":{\"aws:TagKeys\":\"true\"}}}}";
        assertThat(
                        keys(
                                admin.call(
                                        "GetContextKeysForPrincipalPolicy",
                                        "PolicySourceArn",
                                        arn,
                                        "PolicyInputList.member.1",
                                        more)))
                .hasSize(6)
                .contains("aws:username")
                .endsWith("aws:TagKeys");
        assertThat(
                        keys(
                                admin.call(
                                        "GetContextKeysForPrincipalPolicy",
                                        "PolicySourceArn",
                                        "arn:aws:iam::111122223333:user/admin")))
                .isEmpty();
        admin.call("GetContextKeysForPrincipalPolicy", "PolicySourceArn", arn + "x")
                .refused(404, "NoSuchEntity", "Unable to retrieve specified IAM entity.");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        Client admin = world.admin(World.TRUSTING);
        admin.call("GetContextKeysForCustomPolicy", "PolicyInputList.member.1", "nothing")
                .refused(400, "InvalidInput", "Syntax errors in policy.");
        admin.call("GetContextKeysForCustomPolicy").refused("ValidationError");
        admin.call(
                        "GetContextKeysForPrincipalPolicy",
                        "PolicySourceArn",
                        "arn:aws:s3:::bucket/of/things")
                .refused("InvalidInput");
    }
}
