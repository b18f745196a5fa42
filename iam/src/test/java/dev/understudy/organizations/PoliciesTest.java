package dev.understudy.organizations;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;
import dev.understudy.policy.AccountId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The policies of an organization: what they do to decisions, and to whom they do nothing. */
class PoliciesTest {
    private static final String DENY_USERS =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":"
                    + "\"iam:ListUsers\",\"Resource\":\"*\"}]}";
    private static final String ALLOW_ROLES =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
                    + "\"iam:*Role*\",\"Resource\":\"*\"}]}";

    private static final String DENY_ALL_RESOURCES =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                    + "\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

    private final World world = new World();
    private final Organized manager = new Organized(world.admin(TRUSTING));
    private String root = "";
    private String unit = "";
    private AccountId account = TRUSTED;
    private Client member = world.admin(TRUSTED);

    @BeforeEach
    void organize() {
        manager.ok("CreateOrganization", "{}");
        root = manager.ok("ListRoots", "{}").path("Roots").path(0).path("Id").asString();
        unit =
                manager.ok("CreateOrganizationalUnit", "{'ParentId':'" + root + "','Name':'unit'}")
                        .path("OrganizationalUnit")
                        .path("Id")
                        .asString();
        manager.ok("CreateAccount", "{'AccountName':'m','Email':'m@example.com'}");
        account =
                AccountId.of(
                        manager.ok("ListCreateAccountStatus", "{}")
                                .path("CreateAccountStatuses")
                                .path(0)
                                .path("AccountId")
                                .asString());
        manager.ok(
                "MoveAccount",
                "{'AccountId':'"
                        + account
                        + "','SourceParentId':'"
                        + root
                        + "','DestinationParentId':'"
                        + unit
                        + "'}");
        member = world.admin(account);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String policy(String type, String name, String document) {
        JsonNode answer = manager.ok("CreatePolicy", body(type, name, document));
        return answer.path("Policy").path("PolicySummary").path("Id").asString();
    }

    private static String body(String type, String name, String document) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("Name", name).put("Description", "d").put("Type", type).put("Content", document);
        return body.toString();
    }

    private void attach(String policy, String target) {
        manager.ok("AttachPolicy", of(policy, target));
    }

    private static String of(String policy, String target) {
        return "{'PolicyId':'" + policy + "','TargetId':'" + target + "'}";
    }

    private static String denied(String who, String action, String why) {
        return "User: " + who + " is not authorized to perform: " + action + " " + why;
    }

    @Test
    void aDenialAboveLimitsEveryoneOfTheMemberAtOnceAndNobodyOfTheManager() {
        member.call("ListUsers").ok();
        attach(policy("SERVICE_CONTROL_POLICY", "no-users", DENY_USERS), root);
        String text = "with an explicit deny in a service control policy";
        Answer refused = member.call("ListUsers").refused("AccessDenied");
        assertThat(refused.message()).contains(text);
        assertThat(world.root(account).call("ListUsers").refused("AccessDenied").message())
                .contains(text);
        member.call("ListRoles").ok();
        manager.client().call("ListUsers").ok();
        world.admin(TRUSTED).call("ListUsers").ok();
    }

    @Test
    void everyLevelMustAllow() {
        String roles = policy("SERVICE_CONTROL_POLICY", "roles", ALLOW_ROLES);
        attach(roles, unit);
        member.call("ListUsers").ok();
        manager.ok("DetachPolicy", of("p-FullAWSAccess", unit));
        assertThat(member.call("ListUsers").refused("AccessDenied").message())
                .contains("because no service control policy allows the iam:ListUsers action");
        member.call("ListRoles").ok();
        manager.refused(
                "ConstraintViolationException: You cannot remove the last policy",
                "DetachPolicy",
                of(roles, unit));
        manager.ok(
                "MoveAccount",
                "{'AccountId':'"
                        + account
                        + "','SourceParentId':'"
                        + unit
                        + "','DestinationParentId':'"
                        + root
                        + "'}");
        member.call("ListUsers").ok();
    }

    @Test
    void whoLeavesIsNotLimited() {
        attach(policy("SERVICE_CONTROL_POLICY", "no-users", DENY_USERS), root);
        member.call("ListUsers").refused("AccessDenied");
        manager.ok("RemoveAccountFromOrganization", "{'AccountId':'" + account + "'}");
        member.call("ListUsers").ok();
        new Organized(member)
                .refused("AWSOrganizationsNotInUseException", "DescribeOrganization", "{}");
    }

    @Test
    void aDisabledTypeDoesNothingAndForgetsItsAttachments() {
        String denial = policy("SERVICE_CONTROL_POLICY", "no-users", DENY_USERS);
        attach(denial, root);
        String type = "{'RootId':'" + root + "','PolicyType':'SERVICE_CONTROL_POLICY'}";
        manager.refused("PolicyTypeAlreadyEnabledException", "EnablePolicyType", type);
        assertThat(manager.ok("DisablePolicyType", type).path("Root").path("PolicyTypes"))
                .isEmpty();
        member.call("ListUsers").ok();
        manager.refused("PolicyTypeNotEnabledException", "AttachPolicy", of(denial, root));
        manager.refused("PolicyTypeNotEnabledException", "DisablePolicyType", type);
        manager.ok("EnablePolicyType", type);
        member.call("ListUsers").ok();
        JsonNode attached =
                manager.ok(
                                "ListPoliciesForTarget",
                                "{'TargetId':'" + root + "','Filter':'SERVICE_CONTROL_POLICY'}")
                        .path("Policies");
        assertThat(attached).hasSize(1);
        assertThat(attached.path(0).path("Id").asString()).isEqualTo("p-FullAWSAccess");
    }

    @Test
    void policiesAreChangedListedAndDeleted() {
        String id = policy("SERVICE_CONTROL_POLICY", "p", DENY_USERS);
        attach(id, unit);
        attach(id, account.digits());
        manager.refused("DuplicatePolicyAttachmentException", "AttachPolicy", of(id, unit));
        manager.refused("PolicyInUseException", "DeletePolicy", "{'PolicyId':'" + id + "'}");
        JsonNode targets =
                manager.ok("ListTargetsForPolicy", "{'PolicyId':'" + id + "'}").path("Targets");
        assertThat(targets).hasSize(2);
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.put("PolicyId", id).put("Content", ALLOW_ROLES).put("Name", "q");
        JsonNode updated = manager.ok("UpdatePolicy", update.toString()).path("Policy");
        assertThat(updated.path("Content").asString()).isEqualTo(ALLOW_ROLES);
        assertThat(updated.path("PolicySummary").path("Name").asString()).isEqualTo("q");
        member.call("ListUsers").ok();
        manager.ok("DetachPolicy", of(id, unit));
        manager.ok("DetachPolicy", of(id, account.digits()));
        manager.refused("PolicyNotAttachedException", "DetachPolicy", of(id, unit));
        manager.ok("DeletePolicy", "{'PolicyId':'" + id + "'}");
        manager.refused("PolicyNotFoundException", "DescribePolicy", "{'PolicyId':'" + id + "'}");
        manager.refused("InvalidInputException", "DeletePolicy", "{'PolicyId':'p-FullAWSAccess'}");
        assertThat(
                        manager.ok("DescribePolicy", "{'PolicyId':'p-FullAWSAccess'}")
                                .path("Policy")
                                .path("PolicySummary")
                                .path("Arn")
                                .asString())
                .isEqualTo(
                        "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess");
    }

    @Test
    void badDocumentsAndUnknownTypesAreRefused() {
        for (String document :
                new String[] {
                    "",
                    "{}",
                    "nonsense",
                    "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Deny\\\",\\\"Principal\\\":"
                            + "\\\"*\\\",\\\"Action\\\":\\\"*\\\",\\\"Resource\\\":\\\"*\\\"}]}"
                }) {
            manager.refused(
                    document.isEmpty() ? "InvalidInput" : "MalformedPolicyDocumentException",
                    "CreatePolicy",
                    "{'Name':'n','Description':'','Type':'SERVICE_CONTROL_POLICY','Content':'"
                            + document
                            + "'}");
        }
        String allowing = DENY_USERS.replace("Deny", "Allow").replace("\"", "\\\"");
        manager.refused(
                "MalformedPolicyDocumentException",
                "CreatePolicy",
                "{'Name':'n','Description':'','Type':'RESOURCE_CONTROL_POLICY','Content':'"
                        + allowing
                        + "'}");
        manager.refused(
                "PolicyTypeNotAvailableForOrganizationException",
                "CreatePolicy",
                "{'Name':'n','Description':'','Type':'TAG_POLICY','Content':'{}'}");
    }

    @Test
    void aResourceControlPolicyClosesTheMembersRolesToOutsiders() {
        String trust =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                        + "{\"AWS\":[\"111122223333\",\"444455556666\"]},\"Action\":\"sts:AssumeRole\"}}";
        member.call("CreateRole", "RoleName", "shared", "AssumeRolePolicyDocument", trust).ok();
        String[] assume = {
            "RoleArn", "arn:aws:iam::" + account + ":role/shared", "RoleSessionName", "s-1"
        };
        world.admin(TRUSTED).call("AssumeRole", assume).ok();
        manager.ok(
                "EnablePolicyType",
                "{'RootId':'" + root + "','PolicyType':'RESOURCE_CONTROL_POLICY'}");
        world.admin(TRUSTED).call("AssumeRole", assume).ok();
        String id =
                manager.ok("DescribeOrganization", "{}").path("Organization").path("Id").asString();
        String outsiders =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                        + "\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"StringNotEqualsIfExists\":{\"aws:PrincipalOrgID\":\""
                        + id
                        + "\"}}}]}";
        attach(policy("RESOURCE_CONTROL_POLICY", "perimeter", outsiders), root);
        world.admin(TRUSTED).call("AssumeRole", assume).refused("AccessDenied");
        manager.client().call("AssumeRole", assume).ok();
        manager.refused("InvalidInputException", "DetachPolicy", of("p-RCPFullAWSAccess", root));
    }

    @Test
    void theOrganizationIsInTheContext() {
        String organization =
                manager.ok("DescribeOrganization", "{}").path("Organization").path("Id").asString();
        String path = organization + "/" + root + "/" + unit + "/";
        Client caller =
                world.userWith(
                        account,
                        "limited",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:ListUsers\",\"Resource\":\"*\",\"Condition\":"
                                + "{\"StringEquals\":{\"aws:PrincipalOrgID\":\""
                                + organization
                                + "\",\"aws:ResourceOrgID\":\""
                                + organization
                                + "\"},\"ForAnyValue:StringEquals\":{\"aws:PrincipalOrgPaths\":\""
                                + path
                                + "\",\"aws:ResourceOrgPaths\":\""
                                + path
                                + "\"}}}}");
        caller.call("ListUsers").ok();
        manager.ok(
                "MoveAccount",
                "{'AccountId':'"
                        + account
                        + "','SourceParentId':'"
                        + unit
                        + "','DestinationParentId':'"
                        + root
                        + "'}");
        caller.call("ListUsers")
                .refused(
                        403,
                        "AccessDenied",
                        denied(
                                "arn:aws:iam::" + account + ":user/limited",
                                "iam:ListUsers on resource: arn:aws:iam::" + account + ":user/",
                                "because no identity-based policy allows the iam:ListUsers"
                                        + " action"));
    }

    @Test
    void whoMayHandleOneTypeOfPolicyMakesAndAttachesThose() {
        manager.ok(
                "EnablePolicyType",
                "{'RootId':'" + root + "','PolicyType':'RESOURCE_CONTROL_POLICY'}");
        String allow =
                """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"organizations:CreatePolicy",
                  "Resource":"arn:aws:organizations::111122223333:policy/*/service_control_policy/*"},
                 {"Effect":"Allow","Action":"organizations:*tachPolicy","Resource":"*",
                  "Condition":{"StringEquals":{"organizations:PolicyType":"SERVICE_CONTROL_POLICY"}}}]}\
                """;
        Organized limited = new Organized(world.userWith(TRUSTING, "limited", allow));
        String made =
                limited.ok("CreatePolicy", body("SERVICE_CONTROL_POLICY", "mine", DENY_USERS))
                        .path("Policy")
                        .path("PolicySummary")
                        .path("Id")
                        .asString();
        limited.ok("AttachPolicy", of(made, unit));
        limited.ok("DetachPolicy", of(made, unit));
        String other = body("RESOURCE_CONTROL_POLICY", "other", DENY_ALL_RESOURCES);
        limited.refused("AccessDeniedException", "CreatePolicy", other);
        String foreign = policy("RESOURCE_CONTROL_POLICY", "other", DENY_ALL_RESOURCES);
        limited.refused("AccessDeniedException", "AttachPolicy", of(foreign, unit));
    }

    @Test
    void theManagerEntersANewAccountByTheRoleThatItGot() {
        Answer session =
                manager.client()
                        .call(
                                "AssumeRole",
                                "RoleArn",
                                "arn:aws:iam::" + account + ":role/OrganizationAccountAccessRole",
                                "RoleSessionName",
                                "first")
                        .ok();
        Client inside = world.client(session);
        inside.call("CreateUser", "UserName", "made").ok();
        assertThat(
                        inside.call(
                                        "ListAttachedRolePolicies",
                                        "RoleName",
                                        "OrganizationAccountAccessRole")
                                .ok()
                                .texts("PolicyArn"))
                .containsExactly(ADMINISTRATOR_ACCESS);
    }
}
