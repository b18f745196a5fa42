package dev.understudy.iam.roles;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Roles over the wire: which answer tells what, and each refusal in AWS's words. */
class RolesTest {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                    + "\"Resource\":\"*\"}}";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String name, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("RoleName", name, "AssumeRolePolicyDocument", TRUST));
        parameters.addAll(List.of(more));
        return admin.call("CreateRole", parameters.toArray(String[]::new));
    }

    private Answer role(String action, String... more) {
        List<String> parameters = new ArrayList<>(List.of("RoleName", "auditor"));
        parameters.addAll(List.of(more));
        return admin.call(action, parameters.toArray(String[]::new));
    }

    @Test
    void eachAnswerHasItsOwnMembers() {
        Answer created =
                create(
                                "auditor",
                                "Path",
                                "/myPath/",
                                "Description",
                                "looks",
                                "MaxSessionDuration",
                                "7200",
                                "PermissionsBoundary",
                                ADMINISTRATOR_ACCESS,
                                "Tags.member.1.Key",
                                "team",
                                "Tags.member.1.Value",
                                "blue")
                        .ok();
        assertThat(created.text("RoleId")).matches("AROA[A-Z2-7]{17}");
        assertThat(created.text("Arn")).isEqualTo("arn:aws:iam::111122223333:role/myPath/auditor");
        assertThat(created.text("CreateDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(created.text("PermissionsBoundaryType")).isEqualTo("Policy");
        assertHas(created, "Description", "Tags", "AssumeRolePolicyDocument");
        assertHasNot(created, "MaxSessionDuration", "RoleLastUsed");
        Answer got = role("GetRole").ok();
        assertThat(got.text("MaxSessionDuration")).isEqualTo("7200");
        assertThat(got.text("RoleLastUsed").strip()).isEmpty();
        assertHas(got, "Description", "Tags", "PermissionsBoundary", "AssumeRolePolicyDocument");
        Answer listed = admin.call("ListRoles", "PathPrefix", "/my").ok();
        assertThat(listed.text("MaxSessionDuration")).isEqualTo("7200");
        assertHas(listed, "Description", "AssumeRolePolicyDocument", "IsTruncated");
        assertHasNot(listed, "Tags", "PermissionsBoundary", "RoleLastUsed", "Marker");
        assertThat(admin.call("ListRoles", "PathPrefix", "/other").ok().has("RoleName")).isFalse();
    }

    private static void assertHas(Answer answer, String... names) {
        for (String name : names) {
            assertThat(answer.has(name)).as("%s in %s", name, answer).isTrue();
        }
    }

    private static void assertHasNot(Answer answer, String... names) {
        for (String name : names) {
            assertThat(answer.has(name)).as("%s in %s", name, answer).isFalse();
        }
    }

    @Test
    void aMinimalRoleTellsLittle() {
        create("auditor").ok();
        Answer got = role("GetRole").ok();
        assertThat(got.text("Path")).isEqualTo("/");
        assertThat(got.text("MaxSessionDuration")).isEqualTo("3600");
        assertHasNot(got, "Description", "Tags", "PermissionsBoundary");
    }

    @Test
    void aNameIsTakenWhateverItsCaseAndPath() {
        create("auditor").ok();
        create("AUDITOR", "Path", "/other/")
                .refused(409, "EntityAlreadyExists", "Role with name AUDITOR already exists.");
        assertThat(admin.call("GetRole", "RoleName", "Auditor").ok().text("RoleName"))
                .isEqualTo("auditor");
    }

    @Test
    void whatIsMissingIsSaid() {
        String missing = "The role with name auditor cannot be found.";
        for (String action :
                List.of(
                        "GetRole",
                        "DeleteRole",
                        "UpdateRole",
                        "ListRolePolicies",
                        "ListAttachedRolePolicies",
                        "ListRoleTags",
                        "DeleteRolePermissionsBoundary",
                        "DeleteServiceLinkedRole")) {
            role(action).refused(404, "NoSuchEntity", missing);
        }
        role("UpdateRoleDescription", "Description", "d").refused(404, "NoSuchEntity", missing);
        role("UpdateAssumeRolePolicy", "PolicyDocument", TRUST)
                .refused(404, "NoSuchEntity", missing);
        role("PutRolePolicy", "PolicyName", "p", "PolicyDocument", POLICY)
                .refused(404, "NoSuchEntity", missing);
        role("GetRolePolicy", "PolicyName", "p").refused(404, "NoSuchEntity", missing);
        role("DeleteRolePolicy", "PolicyName", "p").refused(404, "NoSuchEntity", missing);
        role("AttachRolePolicy", "PolicyArn", READ_ONLY).refused(404, "NoSuchEntity", missing);
        role("DetachRolePolicy", "PolicyArn", READ_ONLY).refused(404, "NoSuchEntity", missing);
        role("PutRolePermissionsBoundary", "PermissionsBoundary", READ_ONLY)
                .refused(404, "NoSuchEntity", missing);
        role("TagRole", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v")
                .refused(404, "NoSuchEntity", missing);
        role("UntagRole", "TagKeys.member.1", "k").refused(404, "NoSuchEntity", missing);
    }

    @Test
    void whoMayNothingLearnsNothing() {
        create("auditor").ok();
        Client nobody = world.user(TRUSTING, "nobody");
        for (String name : List.of("auditor", "ghost")) {
            nobody.call("GetRole", "RoleName", name)
                    .refused(
                            403,
                            "AccessDenied",
                            "User: arn:aws:iam::111122223333:user/nobody is not authorized to"
                                    + " perform: iam:GetRole on resource: role "
                                    + name
                                    + " because no identity-based policy allows the iam:GetRole"
                                    + " action");
            nobody.call("DeleteRole", "RoleName", name).refused("AccessDenied");
        }
        assertThat(world.account(TRUSTING).role("auditor")).isNotNull();
    }

    @Test
    void aRoleIsDeletedEmpty() {
        create("auditor").ok();
        role("AttachRolePolicy", "PolicyArn", READ_ONLY).ok();
        role("PutRolePolicy", "PolicyName", "p", "PolicyDocument", POLICY).ok();
        admin.call("CreateInstanceProfile", "InstanceProfileName", "i").ok();
        role("AddRoleToInstanceProfile", "InstanceProfileName", "i").ok();
        String must = "Cannot delete entity, must ";
        role("DeleteRole")
                .refused(409, "DeleteConflict", must + "remove roles from instance profile first.");
        role("RemoveRoleFromInstanceProfile", "InstanceProfileName", "i").ok();
        role("DeleteRole").refused(409, "DeleteConflict", must + "detach all policies first.");
        role("DetachRolePolicy", "PolicyArn", READ_ONLY).ok();
        role("DeleteRole").refused(409, "DeleteConflict", must + "delete policies first.");
        role("DeleteRolePolicy", "PolicyName", "p").ok();
        role("DeleteRole").ok();
        role("GetRole").refused("NoSuchEntity");
    }

    @Test
    void policiesAreAttachedOnceAndTenAtMost() {
        create("auditor").ok();
        role("AttachRolePolicy", "PolicyArn", READ_ONLY).ok();
        role("AttachRolePolicy", "PolicyArn", READ_ONLY).ok();
        for (int i = 0; i < 10; i++) {
            admin.call("CreatePolicy", "PolicyName", "p" + i, "PolicyDocument", POLICY).ok();
        }
        String own = "arn:aws:iam::111122223333:policy/p";
        for (int i = 0; i < 9; i++) {
            role("AttachRolePolicy", "PolicyArn", own + i).ok();
        }
        role("AttachRolePolicy", "PolicyArn", own + 9)
                .refused(409, "LimitExceeded", "Cannot exceed quota for PoliciesPerRole: 10");
        role("AttachRolePolicy", "PolicyArn", READ_ONLY).ok();
        assertThat(role("ListAttachedRolePolicies").ok().texts("PolicyArn"))
                .hasSize(10)
                .containsOnlyOnce(READ_ONLY);
        role("AttachRolePolicy", "PolicyArn", own + "x")
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy " + own + "x does not exist or is not attachable.");
        role("AttachRolePolicy", "PolicyArn", "IAMReadOnlyAccess-but-no-arn")
                .refused(400, "ValidationError", "ARN IAMReadOnlyAccess-but-no-arn is not valid.");
        role("DetachRolePolicy", "PolicyArn", own + 9)
                .refused(404, "NoSuchEntity", "Policy " + own + "9 was not found.");
    }

    @Test
    void inlinePoliciesComeBackAsTheyWereSent() {
        create("auditor").ok();
        String sent =
                "{ \"Statement\":\n{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
        role("PutRolePolicy", "PolicyName", "p", "PolicyDocument", sent).ok();
        assertThat(role("GetRolePolicy", "PolicyName", "p").ok().text("PolicyDocument"))
                .isEqualTo(
                        "%7B%20%22Statement%22%3A%0A%7B%22Effect%22%3A%22Deny%22%2C%22Action%22%3A"
                                + "%22s3%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D");
        assertThat(role("ListRolePolicies").ok().texts("member")).containsExactly("p");
        role("GetRolePolicy", "PolicyName", "q")
                .refused(404, "NoSuchEntity", "The role policy with name q cannot be found.");
    }

    @Test
    void inlinePoliciesTogetherFitIntoTheQuota() {
        create("auditor").ok();
        String half =
                POLICY.replace(
                        "\"s3:*\"", "\"s3:" + "a".repeat(5_120 - POLICY.length() + 1) + "\"");
        role("PutRolePolicy", "PolicyName", "one", "PolicyDocument", half).ok();
        role("PutRolePolicy", "PolicyName", "two", "PolicyDocument", half + "  ").ok();
        role("PutRolePolicy", "PolicyName", "three", "PolicyDocument", POLICY)
                .refused(
                        409,
                        "LimitExceeded",
                        "Maximum policy size of 10240 bytes exceeded for role auditor");
    }

    @Test
    void boundariesAreSetAndTakenAway() {
        create("auditor").ok();
        role("DeleteRolePermissionsBoundary").refused("NoSuchEntity");
        role("PutRolePermissionsBoundary", "PermissionsBoundary", READ_ONLY).ok();
        assertThat(role("GetRole").ok().text("PermissionsBoundaryArn")).isEqualTo(READ_ONLY);
        String ghost = "arn:aws:iam::111122223333:policy/ghost";
        role("PutRolePermissionsBoundary", "PermissionsBoundary", ghost)
                .refused(
                        404,
                        "NoSuchEntity",
                        "Scope ARN: " + ghost + " does not exist or is not attachable.");
        role("PutRolePermissionsBoundary", "PermissionsBoundary", "this-is-no-arn-at-all")
                .refused(400, "InvalidInput", "ARN this-is-no-arn-at-all is not valid.");
        role("DeleteRolePermissionsBoundary").ok();
        assertThat(role("GetRole").ok().has("PermissionsBoundary")).isFalse();
    }

    @Test
    void aBoundaryCanBeDemandedOfWhoChangesRoles() {
        create("bounded", "PermissionsBoundary", READ_ONLY).ok();
        create("free").ok();
        Client delegate =
                world.userWith(
                        TRUSTING,
                        "delegate",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":"
                                + "{\"iam:PermissionsBoundary\":\""
                                + READ_ONLY
                                + "\"}}}}");
        for (String action : List.of("GetRole", "UpdateRole", "DeleteRole")) {
            delegate.call(action, "RoleName", "free").refused("AccessDenied");
            delegate.call(action, "RoleName", "bounded").ok();
        }
        create("bounded", "PermissionsBoundary", READ_ONLY).ok();
        for (String action : List.of("UpdateAssumeRolePolicy", "PutRolePolicy")) {
            String[] more = {"RoleName", "", "PolicyName", "p", "PolicyDocument", TRUST};
            more[5] = action.equals("PutRolePolicy") ? POLICY : TRUST;
            more[1] = "free";
            delegate.call(action, more).refused("AccessDenied");
            more[1] = "bounded";
            delegate.call(action, more).ok();
        }
        delegate.call(
                        "CreateRole",
                        "RoleName",
                        "new",
                        "AssumeRolePolicyDocument",
                        TRUST,
                        "PermissionsBoundary",
                        ADMINISTRATOR_ACCESS)
                .refused("AccessDenied");
    }

    @Test
    void whatAnUpdateDoesNotNameStays() {
        create("auditor", "Description", "one", "MaxSessionDuration", "7200").ok();
        role("UpdateRole", "Description", "two").ok();
        role("UpdateRole").ok();
        Answer got = role("GetRole").ok();
        assertThat(got.text("Description")).isEqualTo("two");
        assertThat(got.text("MaxSessionDuration")).isEqualTo("7200");
        role("UpdateRole", "MaxSessionDuration", "43200").ok();
        role("UpdateRole", "MaxSessionDuration", "43201").refused("ValidationError");
        assertThat(role("GetRole").ok().text("Description")).isEqualTo("two");
        assertThat(role("UpdateRoleDescription", "Description", "three").ok().text("Description"))
                .isEqualTo("three");
    }

    @Test
    void tagKeysOfRolesAreTheSameWhateverTheirCase() {
        create("auditor", "Tags.member.1.Key", "Team", "Tags.member.1.Value", "blue").ok();
        role("TagRole", "Tags.member.1.Key", "team", "Tags.member.1.Value", "red").ok();
        Answer tags = role("ListRoleTags").ok();
        assertThat(tags.texts("Key")).containsExactly("Team");
        assertThat(tags.texts("Value")).containsExactly("red");
        role(
                        "TagRole",
                        "Tags.member.1.Key",
                        "a",
                        "Tags.member.1.Value",
                        "1",
                        "Tags.member.2.Key",
                        "A",
                        "Tags.member.2.Value",
                        "2")
                .refused(
                        400,
                        "InvalidInput",
                        "Duplicate tag keys found. Please note that Tag keys are case"
                                + " insensitive.");
        role("UntagRole", "TagKeys.member.1", "TEAM", "TagKeys.member.2", "unknown").ok();
        assertThat(role("ListRoleTags").ok().has("Key")).isFalse();
    }

    @Test
    void listsAreSortedAndPaged() {
        for (String name : List.of("b", "C", "a", "D")) {
            create(name).ok();
        }
        Answer first = admin.call("ListRoles", "MaxItems", "3").ok();
        assertThat(first.texts("RoleName")).containsExactly("a", "b", "C");
        assertThat(first.text("IsTruncated")).isEqualTo("true");
        Answer rest = admin.call("ListRoles", "MaxItems", "3", "Marker", first.text("Marker")).ok();
        assertThat(rest.texts("RoleName")).containsExactly("D");
        assertThat(rest.text("IsTruncated")).isEqualTo("false");
        admin.call("ListRoles", "Marker", "nonsense")
                .refused(400, "ValidationError", "Invalid Marker.");
    }

    @Test
    void aFailedCreationLeavesNothing() {
        create("auditor", "PermissionsBoundary", "arn:aws:iam::111122223333:policy/ghost")
                .refused("NoSuchEntity");
        assertThat(world.account(TRUSTING).role("auditor")).isNull();
        create("auditor").ok();
        String id = Objects.requireNonNull(world.account(TRUSTING).role("auditor")).id();
        assertThat(world.directory().locate(id)).isEqualTo(TRUSTING);
    }
}
