package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may assume a role, and what comes of it: the tables of AWS's evaluation logic, row by row,
 * over the wire.
 */
class AssumeRoleTest {
    private static final String AUDITOR = "arn:aws:iam::111122223333:role/auditor";
    private static final String MAY_ASSUME =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetSourceIdentity\"],\"Resource\":\"*\"}}";
    private static final String MAY_NOT_ASSUME =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private static String trust(String principal, String... more) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                + principal
                + ",\"Action\":[\"sts:AssumeRole\""
                + String.join("", more)
                + "]}}";
    }

    private static String aws(String value) {
        return "{\"AWS\":\"" + value + "\"}";
    }

    private void role(String name, String trustPolicy, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("RoleName", name, "AssumeRolePolicyDocument", trustPolicy));
        parameters.addAll(List.of(more));
        admin.call("CreateRole", parameters.toArray(String[]::new)).ok();
    }

    private static Answer assume(Client caller, String... more) {
        return assumeArn(caller, AUDITOR, more);
    }

    private static Answer assumeArn(Client caller, String arn, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("RoleArn", arn, "RoleSessionName", "session"));
        parameters.addAll(List.of(more));
        return caller.call("AssumeRole", parameters.toArray(String[]::new));
    }

    private static void denied(Answer answer, String caller, String action) {
        answer.refused(
                403,
                "AccessDenied",
                "User: "
                        + caller
                        + " is not authorized to perform: "
                        + action
                        + " on resource: "
                        + AUDITOR);
        assertThat(answer.header("x-understudy-decision")).isNotBlank();
    }

    @Test
    void aUserWhomTheTrustPolicyNamesNeedsNoPermission() {
        Client alice = world.user(TRUSTING, "alice");
        role("auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
        Answer answer = assume(alice).ok();
        assertThat(answer.text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/auditor/session");
        assertThat(answer.text("AccessKeyId")).startsWith("ASIA").hasSize(20);
        assertThat(answer.text("Expiration")).isEqualTo("2026-01-15T13:00:00Z");
        assertThat(answer.has("PackedPolicySize")).isFalse();
        Answer identity = world.client(answer).call("GetCallerIdentity").ok();
        assertThat(identity.text("Arn"))
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/auditor/session");
        assertThat(identity.text("UserId"))
                .isEqualTo(answer.text("AssumedRoleId"))
                .endsWith(":session");
    }

    @Test
    void anExplicitDenyWinsOverTheTrustPolicy() {
        Client alice = world.userWith(TRUSTING, "alice", MAY_NOT_ASSUME);
        role("auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
        denied(assume(alice), "arn:aws:iam::111122223333:user/alice", "sts:AssumeRole");
    }

    @Test
    void trustInTheAccountLeavesItToTheUsersPolicies() {
        role("auditor", trust(aws("111122223333")));
        denied(
                assume(world.user(TRUSTING, "alice")),
                "arn:aws:iam::111122223333:user/alice",
                "sts:AssumeRole");
        assume(world.userWith(TRUSTING, "bob", MAY_ASSUME)).ok();
    }

    @Test
    void acrossAccountsBothSidesMustAllow() {
        Client carol = world.userWith(TRUSTED, "carol", MAY_ASSUME);
        Client dave = world.user(TRUSTED, "dave");
        role("auditor", trust(aws("arn:aws:iam::444455556666:user/dave")));
        denied(assume(dave), "arn:aws:iam::444455556666:user/dave", "sts:AssumeRole");
        denied(assume(carol), "arn:aws:iam::444455556666:user/carol", "sts:AssumeRole");
        admin.call(
                        "UpdateAssumeRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyDocument",
                        trust(aws("444455556666")))
                .ok();
        assume(carol).ok();
        denied(assume(dave), "arn:aws:iam::444455556666:user/dave", "sts:AssumeRole");
    }

    @Test
    void aMissingExternalIdIsRefused() {
        Client carol = world.userWith(TRUSTED, "carol", MAY_ASSUME);
        role(
                "auditor",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},"
                        + "\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"unicorn\"}}}}");
        denied(assume(carol), "arn:aws:iam::444455556666:user/carol", "sts:AssumeRole");
        denied(
                assume(carol, "ExternalId", "horse"),
                "arn:aws:iam::444455556666:user/carol",
                "sts:AssumeRole");
        assume(carol, "ExternalId", "unicorn").ok();
    }

    @Test
    void aRoleThatIsNotThereIsRefusedLikeOneThatTrustsNobody() {
        denied(assume(admin), "arn:aws:iam::111122223333:user/admin", "sts:AssumeRole");
    }

    @Test
    void theRootUserMayNotAssumeRoles() {
        role("auditor", trust(aws("111122223333")));
        assume(world.root(TRUSTING))
                .refused(403, "AccessDenied", "Roles may not be assumed by root accounts.");
    }

    @Test
    void whoeverIsMadeAgainUnderTheSameNameIsNotTrusted() {
        world.user(TRUSTING, "alice");
        role("auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
        String keyId = admin.call("ListAccessKeys", "UserName", "alice").ok().text("AccessKeyId");
        admin.call("DeleteAccessKey", "UserName", "alice", "AccessKeyId", keyId).ok();
        admin.call("DeleteUser", "UserName", "alice").ok();
        Client second = world.user(TRUSTING, "alice");
        denied(assume(second), "arn:aws:iam::111122223333:user/alice", "sts:AssumeRole");
        assertThat(
                        admin.call("GetRole", "RoleName", "auditor")
                                .ok()
                                .text("AssumeRolePolicyDocument"))
                .contains("AIDA")
                .doesNotContain("alice");
    }

    @Test
    void aServiceRoleIsForTheServiceAlone() {
        role("auditor", trust("{\"Service\":\"ec2.amazonaws.com\"}"));
        denied(assume(admin), "arn:aws:iam::111122223333:user/admin", "sts:AssumeRole");
    }

    @Test
    void aSessionOfADeletedRoleEnds() {
        role("auditor", trust(aws("111122223333")));
        Client session = world.client(assume(admin).ok());
        session.call("GetCallerIdentity").ok();
        admin.call("DeleteRole", "RoleName", "auditor").ok();
        session.call("GetCallerIdentity")
                .refused(
                        403,
                        "InvalidClientTokenId",
                        "The security token included in the request is invalid");
    }

    @Test
    void durationsAreBoundByTheRoleAndTheChain() {
        role("auditor", trust(aws("111122223333")), "MaxSessionDuration", "7200");
        assume(admin, "DurationSeconds", "7200").ok();
        assume(admin, "DurationSeconds", "7201")
                .refused(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this"
                                + " role.");
        assume(admin, "DurationSeconds", "899")
                .refused(
                        400,
                        "ValidationError",
                        "1 validation error detected: Value '899' at 'durationSeconds' failed to"
                                + " satisfy constraint: Member must have value greater than or equal to"
                                + " 900");
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Client session = world.client(assume(admin).ok());
        assume(session, "DurationSeconds", "3601")
                .refused(
                        400,
                        "ValidationError",
                        "The requested DurationSeconds exceeds the 1 hour session limit for roles"
                                + " assumed by role chaining.");
        assume(session, "DurationSeconds", "3600").ok();
    }

    @Test
    void aSessionEndsToTheSecond() {
        role("auditor", trust(aws("111122223333")));
        Client session = world.client(assume(admin, "DurationSeconds", "900").ok());
        world.pass(Duration.ofSeconds(899));
        session.call("GetCallerIdentity").ok();
        world.pass(Duration.ofSeconds(1));
        session.call("GetCallerIdentity")
                .refused(
                        403,
                        "ExpiredToken",
                        "The security token included in the request is expired");
    }

    @Test
    void aSessionPolicyOnlyTakesAway() {
        role("auditor", trust(aws("111122223333")));
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyName",
                        "p",
                        "PolicyDocument",
                        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"iam:ListUsers\",\"iam:ListRoles\"],\"Resource\":\"*\"}}")
                .ok();
        String only =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":[\"iam:ListUsers\",\"iam:ListGroups\"],\"Resource\":\"*\"}}";
        Answer answer = assume(admin, "Policy", only).ok();
        assertThat(Integer.parseInt(answer.text("PackedPolicySize"))).isBetween(1, 100);
        Client session = world.client(answer);
        session.call("ListUsers").ok();
        session.call("ListRoles")
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::111122223333:assumed-role/auditor/session is not"
                                + " authorized to perform: iam:ListRoles on resource:"
                                + " arn:aws:iam::111122223333:role/ because no session policy allows"
                                + " the iam:ListRoles action");
        session.call("ListGroups").refused("AccessDenied");
    }

    @Test
    void tagsNeedPermissionFromTheTrustPolicy() {
        role("auditor", trust(aws("111122223333")));
        denied(
                assume(admin, "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue"),
                "arn:aws:iam::111122223333:user/admin",
                "sts:TagSession");
        admin.call(
                        "UpdateAssumeRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyDocument",
                        trust(aws("111122223333"), ",\"sts:TagSession\""))
                .ok();
        assume(admin, "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue").ok();
        assume(
                        admin,
                        "Tags.member.1.Key",
                        "team",
                        "Tags.member.1.Value",
                        "a",
                        "Tags.member.2.Key",
                        "TEAM",
                        "Tags.member.2.Value",
                        "b")
                .refused(
                        400,
                        "InvalidParameterValue",
                        "Duplicate tag keys found. Please note that Tag keys are case"
                                + " insensitive.");
        assume(admin, "TransitiveTagKeys.member.1", "team")
                .refused(
                        400,
                        "InvalidParameterValue",
                        "The specified transitive tag key must be included in the requested tags.");
    }

    @Test
    void transitiveTagsFollowThroughAChain() {
        String[] session = {",\"sts:TagSession\""};
        String trust = trust(aws("111122223333"), session);
        role("one", trust);
        role("two", trust, "Tags.member.1.Key", "Sun", "Tags.member.1.Value", "2");
        role("three", trust, "Tags.member.1.Key", "Star", "Tags.member.1.Value", "3");
        for (String name : List.of("one", "two", "three")) {
            admin.call("AttachRolePolicy", "RoleName", name, "PolicyArn", ADMINISTRATOR_ACCESS)
                    .ok();
        }
        String prefix = "arn:aws:iam::111122223333:role/";
        Client one =
                world.client(
                        assumeArn(
                                        admin,
                                        prefix + "one",
                                        "Tags.member.1.Key",
                                        "Star",
                                        "Tags.member.1.Value",
                                        "1",
                                        "TransitiveTagKeys.member.1",
                                        "Star")
                                .ok());
        Client two = world.client(assumeArn(one, prefix + "two").ok());
        assumeArn(two, prefix + "three", "Tags.member.1.Key", "STAR", "Tags.member.1.Value", "9")
                .refused(
                        400,
                        "InvalidParameterValue",
                        "One of the specified transitive tag keys can't be set because it conflicts"
                                + " with a transitive tag key from the calling session.");
        admin.call(
                        "UpdateAssumeRolePolicy",
                        "RoleName",
                        "three",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:*\","
                                + "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/Star\":\"1\",\"aws:PrincipalTag/Sun\":\"2\"}}}}")
                .ok();
        assumeArn(two, prefix + "three").ok();
        assumeArn(one, prefix + "three").refused("AccessDenied");
    }

    @Test
    void theSourceIdentityStays() {
        String trust = trust(aws("111122223333"), ",\"sts:SetSourceIdentity\"");
        role("auditor", trust);
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Answer first = assume(admin, "SourceIdentity", "alice").ok();
        assertThat(first.text("SourceIdentity")).isEqualTo("alice");
        Client session = world.client(first);
        assertThat(assume(session).ok().text("SourceIdentity")).isEqualTo("alice");
        assume(session, "SourceIdentity", "bob")
                .refused(
                        400,
                        "ValidationError",
                        "The source identity is already set for this assume role session");
    }

    @Test
    void badArnsAndNamesAreRefusedInAwsWords() {
        for (String arn :
                List.of(
                        "nothing-valid-in-here",
                        "arn::b:::something/test-role",
                        "arn:a::::something/test-role")) {
            assumeArn(admin, arn).refused(400, "ValidationError", arn + " is invalid");
        }
        admin.call("AssumeRole", "RoleArn", AUDITOR, "RoleSessionName", "Session1:2")
                .refused(
                        400,
                        "ValidationError",
                        "1 validation error detected: Value 'Session1:2' at 'roleSessionName'"
                                + " failed to satisfy constraint: Member must satisfy regular"
                                + " expression pattern: [\\w+=,.@-]*");
        admin.call("AssumeRole")
                .refused(
                        400,
                        "ValidationError",
                        "2 validation errors detected: Value null at 'roleArn' failed to satisfy"
                                + " constraint: Member must not be null; Value null at"
                                + " 'roleSessionName' failed to satisfy constraint: Member must not be"
                                + " null");
    }

    @Test
    void revokingOlderSessionsWorks() {
        role("auditor", trust(aws("111122223333")));
        admin.call("AttachRolePolicy", "RoleName", "auditor", "PolicyArn", ADMINISTRATOR_ACCESS)
                .ok();
        Client session = world.client(assume(admin).ok());
        world.pass(Duration.ofMinutes(1));
        admin.call(
                        "PutRolePolicy",
                        "RoleName",
                        "auditor",
                        "PolicyName",
                        "AWSRevokeOlderSessions",
                        "PolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":[\"*\"],\"Resource\":[\"*\"],\"Condition\":{\"DateLessThan\":{\"aws:TokenIssueTime\":\""
                                + world.instant()
                                + "\"}}}]}")
                .ok();
        session.call("ListUsers").refused("AccessDenied");
        world.client(assume(admin).ok()).call("ListUsers").ok();
    }
}
