package dev.understudy.sts;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.organizations.Organized;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** A member's root user for one task, and for nothing else. */
class AssumeRootTest {
    private static final String AUDIT =
            "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";
    private static final String DELETE =
            "arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials";
    private static final String UNLOCK = "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private final Organized organized = new Organized(admin);
    private AccountId member = TRUSTING;

    @BeforeEach
    void makeAnOrganization() {
        organized.ok("CreateOrganization", "{}");
        organized.ok("EnableAWSServiceAccess", "{'ServicePrincipal':'iam.amazonaws.com'}");
        organized.ok("CreateAccount", "{'AccountName':'m','Email':'m@example.org'}");
        organized
                .ok("ListAccounts", "{}")
                .path("Accounts")
                .forEach(account -> {
                    if (account.path("Name").asString().equals("m")) {
                        member = AccountId.of(account.path("Id").asString());
                    }
                });
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Answer assume(Client caller, String target, String task, String... more) {
        String[] parameters = new String[4 + more.length];
        parameters[0] = "TargetPrincipal";
        parameters[1] = target;
        parameters[2] = "TaskPolicyArn.arn";
        parameters[3] = task;
        System.arraycopy(more, 0, parameters, 4, more.length);
        return caller.call("AssumeRoot", parameters);
    }

    private void refused(Client caller, String arn, String target) {
        assume(caller, target, AUDIT)
                .refused(
                        403,
                        "AccessDenied",
                        "User: "
                                + arn
                                + " is not authorized to perform: sts:AssumeRoot on resource:"
                                + " arn:aws:iam::"
                                + target
                                + ":root");
    }

    @Test
    void onlyWhereTheOrganizationEnabledIt() {
        String arn = "arn:aws:iam::111122223333:user/admin";
        refused(admin, arn, member.digits());
        admin.call("EnableOrganizationsRootSessions").ok();
        assume(admin, member.digits(), AUDIT).ok();
        assume(admin, "arn:aws:iam::" + member + ":root", AUDIT).ok();
        assume(admin, "111122223333", AUDIT).refused("AccessDenied");
        refused(admin, arn, "444455556666");
        refused(admin, arn, "999999999999");
        admin.call("DisableOrganizationsRootSessions").ok();
        refused(admin, arn, member.digits());
    }

    @Test
    void theSessionIsTheMembersRootRestrictedToTheTask() {
        admin.call("EnableOrganizationsRootSessions").ok();
        world.root(member);
        Client root = world.client(assume(admin, member.digits(), AUDIT).ok());
        assertThat(root.call("GetCallerIdentity").ok().text("Arn"))
                .isEqualTo("arn:aws:iam::" + member + ":root");
        root.call("GetAccountSummary").ok();
        root.call("ListAccessKeys").ok();
        root.call("CreateUser", "UserName", "eve").refused("AccessDenied");
        root.call("CreateAccessKey").refused("AccessDenied");
        root.call("AssumeRole", "RoleArn", Assuming.AUDITOR, "RoleSessionName", "s1")
                .refused("AccessDenied");
        root.call("GetSessionToken").refused("AccessDenied");
        root.call("GetFederationToken", "Name", "fed").refused("AccessDenied");
        assume(root, member.digits(), AUDIT).refused("AccessDenied");
        Client unlock = world.client(assume(admin, member.digits(), UNLOCK).ok());
        unlock.call("GetAccountSummary").refused("AccessDenied");
    }

    @Test
    void theRootUsersKeysCanBeDeleted() {
        admin.call("EnableOrganizationsRootSessions").ok();
        Client longTerm = world.root(member);
        longTerm.call("ListUsers").ok();
        Client root = world.client(assume(admin, member.digits(), DELETE).ok());
        root.call("DeleteAccessKey", "AccessKeyId", longTerm.accessKeyId()).ok();
        longTerm.call("ListUsers").refused("InvalidClientTokenId");
        root.call("ListUsers").refused("AccessDenied");
    }

    @Test
    void callersNeedPermissionAndAreNoRootUsers() {
        admin.call("EnableOrganizationsRootSessions").ok();
        assume(world.root(TRUSTING), member.digits(), AUDIT).refused("AccessDenied");
        Client onlyAudit =
                world.userWith(
                        TRUSTING,
                        "auditor",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"sts:AssumeRoot\",\"Resource\":\"arn:aws:iam::*:root\","
                                + "\"Condition\":{\"StringEquals\":{\"sts:TaskPolicyArn\":\""
                                + AUDIT
                                + "\"}}}}");
        assume(onlyAudit, member.digits(), AUDIT).ok();
        assume(onlyAudit, member.digits(), DELETE).refused("AccessDenied");
        Client nobody = world.user(TRUSTING, "nobody");
        refused(nobody, "arn:aws:iam::111122223333:user/nobody", member.digits());
        Client inside = world.user(member, "inside", ADMINISTRATOR_ACCESS);
        assume(inside, member.digits(), AUDIT).refused("AccessDenied");
        organized.ok(
                "RegisterDelegatedAdministrator",
                "{'AccountId':'" + member + "','ServicePrincipal':'iam.amazonaws.com'}");
        assume(inside, member.digits(), AUDIT).ok();
    }

    /** A member's root user is limited by the organization's policies, in such a session too. */
    @Test
    void serviceControlPoliciesLimitTheSession() {
        admin.call("EnableOrganizationsRootSessions").ok();
        Client root = world.client(assume(admin, member.digits(), AUDIT).ok());
        root.call("GetAccountSummary").ok();
        String document =
                "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":{\\\"Effect\\\":\\\"Deny\\\","
                        + "\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\",\\\"Condition\\\":"
                        + "{\\\"Bool\\\":{\\\"aws:AssumedRoot\\\":\\\"true\\\"}}}}";
        String policy =
                organized
                        .ok(
                                "CreatePolicy",
                                "{'Name':'none','Description':'d','Type':'SERVICE_CONTROL_POLICY',"
                                        + "'Content':'"
                                        + document
                                        + "'}")
                        .path("Policy")
                        .path("PolicySummary")
                        .path("Id")
                        .asString();
        organized.ok("AttachPolicy", "{'PolicyId':'" + policy + "','TargetId':'" + member + "'}");
        root.call("GetAccountSummary").refused("AccessDenied");
        world.root(member).call("GetAccountSummary").ok();
    }

    @Test
    void aQuarterOfAnHourAtMost() {
        admin.call("EnableOrganizationsRootSessions").ok();
        assume(admin, member.digits(), AUDIT, "DurationSeconds", "901").refused("ValidationError");
        assume(admin, member.digits(), ADMINISTRATOR_ACCESS).refused("ValidationError");
        assume(admin, member.digits(), "arn:aws:iam::111122223333:policy/root-task/x")
                .refused("ValidationError");
        assume(admin, "arn:aws:iam::" + member + ":user/x", AUDIT).refused("ValidationError");
        Client now =
                world.client(assume(admin, member.digits(), AUDIT, "DurationSeconds", "0").ok());
        now.call("GetCallerIdentity").refused("ExpiredToken");
        Client root = world.client(assume(admin, member.digits(), AUDIT).ok());
        world.pass(Duration.ofSeconds(899));
        root.call("GetCallerIdentity").ok();
        world.pass(Duration.ofSeconds(1));
        root.call("GetCallerIdentity").refused("ExpiredToken");
    }
}
