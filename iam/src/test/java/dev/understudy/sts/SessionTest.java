package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.operation.Decisions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The other kinds of temporary credentials, and what they may not call. */
class SessionTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aSessionOfTheUserItself() {
        Answer answer = admin.call("GetSessionToken", "DurationSeconds", "900").ok();
        Client session = world.client(answer);
        assertThat(session.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::111122223333:user/admin");
        session.call("ListUsers")
                .refused(
                        403,
                        "InvalidClientTokenId",
                        "The security token included in the request is invalid");
        session.call("GetSessionToken")
                .refused(
                        403,
                        "AccessDenied",
                        "Cannot call GetSessionToken with session credentials");
        session.call("GetFederationToken", "Name", "fed")
                .refused(
                        403,
                        "AccessDenied",
                        "Cannot call GetFederationToken with session credentials");
        session.call("GetAccessKeyInfo", "AccessKeyId", admin.accessKeyId())
                .refused("AccessDenied");
    }

    /** Without its name a descriptor is a member all the same, of one that names nothing. */
    @Test
    void aSessionPolicyMustBeNamed() {
        String role = "arn:aws:iam::111122223333:role/none";
        admin.call("GetFederationToken", "Name", "fed", "PolicyArns.member.1.other", "x")
                .refused(
                        400,
                        "ValidationError",
                        "1 validation error detected: Value at 'policyArns' failed to satisfy"
                                + " constraint: Member must not be null");
        admin.call(
                        "AssumeRole",
                        "RoleArn",
                        role,
                        "RoleSessionName",
                        "session",
                        "PolicyArns.member.1.other",
                        "x")
                .refused("AccessDenied");
    }

    @Test
    void aFederatedUserMayNothingWithoutAPolicyAndNothingInIam() {
        Answer answer = admin.call("GetFederationToken", "Name", "fed").ok();
        assertThat(answer.text("Arn")).isEqualTo("arn:aws:sts::111122223333:federated-user/fed");
        assertThat(answer.text("PackedPolicySize")).isEqualTo("0");
        Client federated = world.client(answer);
        assertThat(federated.call("GetCallerIdentity").ok().text("UserId"))
                .isEqualTo("111122223333:fed");
        federated
                .call("ListUsers")
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:sts::111122223333:federated-user/fed is not authorized to"
                                + " perform: iam:ListUsers");
        String tooLong = "{\"Version\":\"2012-10-17\"" + " ".repeat(2048) + "}";
        assertThat(
                        admin.call("GetFederationToken", "Name", "fed", "Policy", tooLong)
                                .refused("ValidationError")
                                .message())
                .endsWith(
                        "at 'policy' failed to satisfy constraint: Member must have length less"
                                + " than or equal to 2048");
    }

    @Test
    void accessKeysTellTheirAccount() {
        assertThat(
                        admin.call(
                                        "GetAccessKeyInfo",
                                        "AccessKeyId",
                                        world.admin(TRUSTED).accessKeyId())
                                .ok()
                                .text("Account"))
                .isEqualTo("444455556666");
        assertThat(
                        admin.call("GetAccessKeyInfo", "AccessKeyId", "ASIAQNZGKIQY56JQ7WML")
                                .ok()
                                .text("Account"))
                .isEqualTo("029608264753");
        admin.call("GetAccessKeyInfo", "AccessKeyId", "NOTHING0NOTHING0")
                .refused("ValidationError");
    }

    @Test
    void callerIdentityCannotBeForbidden() {
        Client eve =
                world.userWith(
                        TRUSTING,
                        "eve",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}");
        eve.call("GetCallerIdentity").ok();
        eve.call("GetSessionToken").ok();
        eve.call("ListUsers").refused("AccessDenied");
    }

    @Test
    void inactiveAndDeletedKeysOpenNothingAtOnce() {
        Client alice = world.user(TRUSTING, "alice", ADMINISTRATOR_ACCESS);
        alice.call("ListUsers").ok();
        admin.call(
                        "UpdateAccessKey",
                        "UserName",
                        "alice",
                        "AccessKeyId",
                        alice.accessKeyId(),
                        "Status",
                        "Inactive")
                .ok();
        alice.call("ListUsers").refused("InvalidClientTokenId");
        admin.call(
                        "UpdateAccessKey",
                        "UserName",
                        "alice",
                        "AccessKeyId",
                        alice.accessKeyId(),
                        "Status",
                        "Active")
                .ok();
        alice.call("ListUsers").ok();
        admin.call("DetachUserPolicy", "UserName", "alice", "PolicyArn", ADMINISTRATOR_ACCESS).ok();
        alice.call("ListUsers").refused("AccessDenied");
        admin.call("DeleteAccessKey", "UserName", "alice", "AccessKeyId", alice.accessKeyId()).ok();
        alice.call("GetCallerIdentity").refused("InvalidClientTokenId");
    }

    @Test
    void refusalsAreExplainedToThoseWhoMayKnow() {
        Client alice =
                world.userWith(
                        TRUSTING,
                        "alice",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"Office\",\"Effect\":\"Allow\",\"Action\":\"iam:*\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"192.0.2.0/24\"}}}}");
        String id = alice.call("ListUsers").refused("AccessDenied").header("x-understudy-decision");
        String decoded =
                admin.call("DecodeAuthorizationMessage", "EncodedMessage", id)
                        .ok()
                        .text("DecodedMessage");
        assertThat(decoded)
                .contains(
                        "\"explicitDeny\":false",
                        "Office",
                        "aws:SourceIp was 127.0.0.1",
                        "192.0.2.0/24",
                        "\"action\":\"iam:ListUsers\"");
        alice.call("DecodeAuthorizationMessage", "EncodedMessage", id).refused("AccessDenied");
        world.admin(TRUSTED)
                .call("DecodeAuthorizationMessage", "EncodedMessage", id)
                .refused("InvalidAuthorizationMessageException");
    }

    @Test
    void acrossAccountsEachSideReadsItsOwnPoliciesOnly() {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "r",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"theirTrust\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"hidden-value\"}}}}")
                .ok();
        world.userWith(
                TRUSTED,
                "carol",
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"carolsOwn\",\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}");
        Client carol =
                world.userWith(
                        TRUSTED,
                        "carla",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"carolsOwn\",\"Effect\":\"Allow\",\"Action\":\"sts:*\",\"Resource\":\"*\"}}");
        String id =
                carol.call(
                                "AssumeRole",
                                "RoleArn",
                                "arn:aws:iam::111122223333:role/r",
                                "RoleSessionName",
                                "ss")
                        .refused("AccessDenied")
                        .header("x-understudy-decision");
        String theirs =
                world.admin(TRUSTED)
                        .call("DecodeAuthorizationMessage", "EncodedMessage", id)
                        .ok()
                        .text("DecodedMessage");
        assertThat(theirs)
                .contains("carolsOwn", "\"allowed\":false", Decisions.OTHER_SIDE)
                .doesNotContain("theirTrust", "hidden-value");
        String ours =
                admin.call("DecodeAuthorizationMessage", "EncodedMessage", id)
                        .ok()
                        .text("DecodedMessage");
        assertThat(ours).contains("theirTrust", "hidden-value").doesNotContain("carolsOwn");
    }
}
