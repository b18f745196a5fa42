package dev.understudy.iam.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Permissions;
import dev.understudy.directory.User;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SimulatePrincipalPolicyTest {
    private static final String ALICE = "arn:aws:iam::111122223333:user/team/alice";
    private static final String DEVELOPERS = "arn:aws:iam::111122223333:group/developers";
    private static final String AUDITOR = "arn:aws:iam::111122223333:role/auditor";
    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/edge";

    private World world = new World();
    private Client admin = world.admin(World.TRUSTING);

    private static String allow(String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"%s\"}}"
                .formatted(action, resource);
    }

    @BeforeEach
    void open() {
        world = new World();
        admin = world.admin(World.TRUSTING);
        admin.call("CreateUser", "UserName", "alice", "Path", "/team/").ok();
        admin.call("CreateGroup", "GroupName", "developers").ok();
        admin.call("AddUserToGroup", "GroupName", "developers", "UserName", "alice").ok();
        admin.call(
                        "PutUserPolicy",
                        "UserName",
                        "alice",
                        "PolicyName",
                        "own",
                        "PolicyDocument",
                        allow("s3:Get*", "arn:aws:s3:::${aws:username}/*"))
                .ok();
        admin.call(
                        "PutGroupPolicy",
                        "GroupName",
                        "developers",
                        "PolicyName",
                        "build",
                        "PolicyDocument",
                        allow("ec2:*", "*"))
                .ok();
        admin.call("CreatePolicy", "PolicyName", "edge", "PolicyDocument", allow("s3:*", "*")).ok();
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "auditor",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}}")
                .ok();
        admin.call(
                        "AttachRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyArn",
                        World.ADMINISTRATOR_ACCESS)
                .ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Answer simulate(String source, String action, String resource, String... more) {
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "PolicySourceArn", source,
                                "ActionNames.member.1", action,
                                "ResourceArns.member.1", resource));
        parameters.addAll(List.of(more));
        return admin.call("SimulatePrincipalPolicy", parameters.toArray(String[]::new));
    }

    private Results.Member result(String source, String action, String resource, String... more) {
        return Results.of(simulate(source, action, resource, more)).only();
    }

    @Test
    void aUserHasItsOwnPoliciesAndItsGroups() {
        Results.Member own = result(ALICE, "s3:GetObject", "arn:aws:s3:::alice/k");
        assertThat(own.text("EvalDecision")).isEqualTo("allowed");
        assertThat(own.statements()).containsExactly("user_alice_own IAM Policy 1:38-1:118");
        Results.Member group = result(ALICE, "ec2:RunInstances", "*");
        assertThat(group.statements())
                .containsExactly("group_developers_build IAM Policy 1:38-1:87");
        assertThat(result(ALICE, "s3:GetObject", "arn:aws:s3:::bob/k").text("EvalDecision"))
                .isEqualTo("implicitDeny");
    }

    @Test
    void aGroupAndARoleCanBeAskedAboutToo() {
        assertThat(result(DEVELOPERS, "ec2:RunInstances", "*").text("EvalDecision"))
                .isEqualTo("allowed");
        assertThat(result(DEVELOPERS, "s3:GetObject", "*").text("EvalDecision"))
                .isEqualTo("implicitDeny");
        Results.Member role = result(AUDITOR, "s3:GetObject", "arn:aws:s3:::b/k");
        assertThat(role.text("EvalDecision")).isEqualTo("allowed");
        assertThat(role.list("MatchedStatements").getFirst().text("SourcePolicyId"))
                .isEqualTo("AdministratorAccess");
    }

    @Test
    void theBoundaryInForceLimitsAndOneThatIsGivenReplacesIt() {
        admin.call(
                        "PutUserPermissionsBoundary",
                        "UserName",
                        "alice",
                        "PermissionsBoundary",
                        BOUNDARY)
                .ok();
        Results.Member limited = result(ALICE, "ec2:RunInstances", "*");
        assertThat(limited.text("EvalDecision")).isEqualTo("implicitDeny");
        assertThat(limited.text("PermissionsBoundaryDecisionDetail")).isEqualTo("false");
        Results.Member replaced =
                result(
                        ALICE,
                        "ec2:RunInstances",
                        "*",
                        "PermissionsBoundaryPolicyInputList.member.1",
                        allow("ec2:*", "*"));
        assertThat(replaced.text("EvalDecision")).isEqualTo("allowed");
        assertThat(replaced.text("PermissionsBoundaryDecisionDetail")).isEqualTo("true");
        Results.Member without =
                result(
                        ALICE,
                        "ec2:RunInstances",
                        "*",
                        "PolicyExclusionList.member.1.PolicyType",
                        "permission-boundary");
        assertThat(without.text("EvalDecision")).isEqualTo("allowed");
        assertThat(without.has("PermissionsBoundaryDecisionDetail")).isFalse();
    }

    @Test
    void policiesThatAreGivenComeOnTop() {
        Results.Member result =
                result(
                        ALICE,
                        "sqs:SendMessage",
                        "*",
                        "PolicyInputList.member.1",
                        allow("sqs:*", "*"));
        assertThat(result.statements()).containsExactly("PolicyInputList.1 IAM Policy 1:38-1:87");
    }

    @Test
    void whatIsExcludedDoesNotCount() {
        String[][] exclusions = {
            {"PolicyExclusionList.member.1.PolicyType", "inline"},
            {
                "PolicyExclusionList.member.1.InlinePolicyIdentifier.PolicyName", "build",
                "PolicyExclusionList.member.1.InlinePolicyIdentifier.AttachmentType", "group",
                "PolicyExclusionList.member.1.InlinePolicyIdentifier.AttachmentName", "developers"
            }
        };
        for (String[] exclusion : exclusions) {
            assertThat(result(ALICE, "ec2:RunInstances", "*", exclusion).text("EvalDecision"))
                    .isEqualTo("implicitDeny");
        }
        for (String[] exclusion :
                new String[][] {
                    {"PolicyExclusionList.member.1.PolicyType", "aws-managed"},
                    {"PolicyExclusionList.member.1.PolicyArn", World.ADMINISTRATOR_ACCESS}
                }) {
            assertThat(result(AUDITOR, "ec2:RunInstances", "*", exclusion).text("EvalDecision"))
                    .isEqualTo("implicitDeny");
        }
        for (String type : List.of("user-managed", "scp", "rcp", "permission-boundary")) {
            assertThat(
                            result(
                                            ALICE,
                                            "ec2:RunInstances",
                                            "*",
                                            "PolicyExclusionList.member.1.PolicyType",
                                            type)
                                    .text("EvalDecision"))
                    .as(type)
                    .isEqualTo("allowed");
        }
        simulate(
                        ALICE,
                        "ec2:RunInstances",
                        "*",
                        "PolicyExclusionList.member.1.PolicyArn",
                        "arn:aws:iam::aws:policy/Admin*")
                .refused("InvalidInput");
    }

    @Test
    void keysOfThePrincipalAreFilledInAndCanBeOverridden() {
        Results.Member other =
                result(
                        ALICE,
                        "s3:GetObject",
                        "arn:aws:s3:::bob/k",
                        "ContextEntries.member.1.ContextKeyName",
                        "aws:username",
                        "ContextEntries.member.1.ContextKeyType",
                        "string",
                        "ContextEntries.member.1.ContextKeyValues.member.1",
                        "bob");
        assertThat(other.text("EvalDecision")).isEqualTo("allowed");
    }

    @Test
    void anotherCallerHasThePoliciesOfTheSource() {
        admin.call("CreateUser", "UserName", "bob").ok();
        String bucket =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/bob\"},\"Action\":\"s3:PutObject\",\"Resource\":\"*\"}}";
        String resource = "arn:aws:s3:::b/k";
        assertThat(
                        result(ALICE, "s3:PutObject", resource, "ResourcePolicy", bucket)
                                .text("EvalDecision"))
                .isEqualTo("implicitDeny");
        Results.Member bob =
                result(
                        ALICE,
                        "s3:PutObject",
                        resource,
                        "ResourcePolicy",
                        bucket,
                        "CallerArn",
                        "arn:aws:iam::111122223333:user/bob");
        assertThat(bob.text("EvalDecision")).isEqualTo("allowed");
        simulate(DEVELOPERS, "s3:PutObject", resource, "ResourcePolicy", bucket)
                .refused(
                        400,
                        "InvalidInput",
                        "Invalid caller - Caller must be an IAM user in this context.");
    }

    @Test
    void aLiveRequestIsDecidedAlike() {
        Client alice =
                world.keyOf(World.TRUSTING, world.account(World.TRUSTING).user("alice").id());
        String arn = "arn:aws:iam::111122223333:user/team/alice";
        assertThat(result(ALICE, "iam:GetUser", arn).text("EvalDecision"))
                .isEqualTo("implicitDeny");
        alice.call("GetUser").refused("AccessDenied");
        admin.call(
                        "PutUserPolicy",
                        "UserName",
                        "alice",
                        "PolicyName",
                        "self",
                        "PolicyDocument",
                        allow("iam:GetUser", "arn:aws:iam::*:user/team/${aws:username}"))
                .ok();
        assertThat(result(ALICE, "iam:GetUser", arn).text("EvalDecision")).isEqualTo("allowed");
        alice.call("GetUser").ok();
    }

    @Test
    void onlyTheEntitysPermissionCountsForAsking() {
        Client bob =
                world.userWith(
                        World.TRUSTING, "bob", allow("iam:SimulatePrincipalPolicy", AUDITOR));
        bob.call(
                        "SimulatePrincipalPolicy",
                        "PolicySourceArn",
                        AUDITOR,
                        "ActionNames.member.1",
                        "s3:GetObject")
                .ok();
        bob.call(
                        "SimulatePrincipalPolicy",
                        "PolicySourceArn",
                        ALICE,
                        "ActionNames.member.1",
                        "s3:GetObject")
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::111122223333:user/bob is not authorized to perform:"
                                + " iam:SimulatePrincipalPolicy on resource: "
                                + ALICE
                                + " because no identity-based policy allows the"
                                + " iam:SimulatePrincipalPolicy action");
        bob.call(
                        "SimulateCustomPolicy",
                        "PolicyInputList.member.1",
                        allow("*", "*"),
                        "ActionNames.member.1",
                        "s3:GetObject")
                .refused("AccessDenied");
    }

    @Test
    void sourcesThatAreNotThereOrNoneAreRefused() {
        simulate("arn:aws:iam::111122223333:user/nobody", "s3:GetObject", "*")
                .refused(404, "NoSuchEntity", "Unable to retrieve specified IAM entity.");
        String wrongPath = "arn:aws:iam::111122223333:user/alice";
        simulate(wrongPath, "s3:GetObject", "*").refused("NoSuchEntity");
        String session = "arn:aws:sts::111122223333:assumed-role/auditor/session";
        simulate(session, "s3:GetObject", "*")
                .refused(
                        400,
                        "InvalidInput",
                        "Invalid Entity Arn: "
                                + session
                                + " does not clearly define entity type and name.");
        simulate("arn:aws:iam::444455556666:user/admin", "s3:GetObject", "*")
                .refused("AccessDenied");
    }

    @Test
    void aStoredPolicyThatCannotBeReadIsAnError() {
        User broken =
                new User(
                        "AIDABROKEN",
                        "broken",
                        "/",
                        world.instant(),
                        Map.of(),
                        new Permissions(
                                Map.of("p", PolicyDocument.unreadable("{")), List.of(), null),
                        Set.of());
        world.put(World.TRUSTING, broken);
        simulate("arn:aws:iam::111122223333:user/broken", "s3:GetObject", "*")
                .refused(
                        500,
                        "PolicyEvaluation",
                        "The policy user_broken_p could not be successfully evaluated.");
    }
}
