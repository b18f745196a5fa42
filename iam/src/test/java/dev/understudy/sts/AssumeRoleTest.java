package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;
import static dev.understudy.sts.Assuming.assume;
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

/** Who may assume a role: the tables of AWS's evaluation logic, row by row, over the wire. */
class AssumeRoleTest {
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

    @Test
    void aUserWhomTheTrustPolicyNamesNeedsNoPermission() {
        Client alice = world.user(TRUSTING, "alice");
        role(admin, "auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
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
        role(admin, "auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
        denied(assume(alice), "arn:aws:iam::111122223333:user/alice", "sts:AssumeRole");
    }

    @Test
    void trustInTheAccountLeavesItToTheUsersPolicies() {
        role(admin, "auditor", trust(aws("111122223333")));
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
        role(admin, "auditor", trust(aws("arn:aws:iam::444455556666:user/dave")));
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
                admin,
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
        role(admin, "auditor", trust(aws("111122223333")));
        assume(world.root(TRUSTING))
                .refused(403, "AccessDenied", "Roles may not be assumed by root accounts.");
    }

    @Test
    void whoeverIsMadeAgainUnderTheSameNameIsNotTrusted() {
        world.user(TRUSTING, "alice");
        role(admin, "auditor", trust(aws("arn:aws:iam::111122223333:user/alice")));
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
        role(admin, "auditor", trust("{\"Service\":\"ec2.amazonaws.com\"}"));
        denied(assume(admin), "arn:aws:iam::111122223333:user/admin", "sts:AssumeRole");
    }
}
