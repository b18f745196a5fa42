package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.AUDITOR;
import static dev.understudy.sts.Assuming.assume;
import static dev.understudy.sts.Assuming.assumeArn;
import static dev.understudy.sts.Assuming.aws;
import static dev.understudy.sts.Assuming.denied;
import static dev.understudy.sts.Assuming.role;
import static dev.understudy.sts.Assuming.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/**
 * What comes of assuming a role: how long the session lasts, what it may, and what it carries on.
 */
class AssumedRoleTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aSessionOfADeletedRoleEnds() {
        role(admin, "auditor", trust(aws("111122223333")));
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
        role(admin, "auditor", trust(aws("111122223333")), "MaxSessionDuration", "7200");
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
        role(admin, "auditor", trust(aws("111122223333")));
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
        role(admin, "auditor", trust(aws("111122223333")));
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
        role(admin, "auditor", trust(aws("111122223333")));
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
        role(admin, "one", trust);
        role(admin, "two", trust, "Tags.member.1.Key", "Sun", "Tags.member.1.Value", "2");
        role(admin, "three", trust, "Tags.member.1.Key", "Star", "Tags.member.1.Value", "3");
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
        role(admin, "auditor", trust);
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
        role(admin, "auditor", trust(aws("111122223333")));
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
