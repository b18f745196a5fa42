package dev.understudy.iam.account;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** All that says what anyone in the account may do. */
class AuthorizationDetailsTest {
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"AWS\":\"arn:aws:iam::111122223333:user/admin\"},"
                    + "\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
                    + "\"Resource\":\"*\"}}";
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void fill() {
        admin.call("CreateGroup", "GroupName", "team").ok();
        admin.call("AddUserToGroup", "GroupName", "team", "UserName", "admin").ok();
        inline("PutUserPolicy", "UserName", "admin");
        inline("PutGroupPolicy", "GroupName", "team");
        admin.call("CreateRole", "RoleName", "auditor", "AssumeRolePolicyDocument", TRUST).ok();
        inline("PutRolePolicy", "RoleName", "auditor");
        admin.call(
                        "PutRolePermissionsBoundary",
                        "RoleName",
                        "auditor",
                        "PermissionsBoundary",
                        READ_ONLY)
                .ok();
        admin.call("CreateInstanceProfile", "InstanceProfileName", "profile").ok();
        admin.call(
                        "AddRoleToInstanceProfile",
                        "InstanceProfileName",
                        "profile",
                        "RoleName",
                        "auditor")
                .ok();
        admin.call("CreatePolicy", "PolicyName", "own", "PolicyDocument", POLICY).ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void inline(String action, String owner, String name) {
        admin.call(action, owner, name, "PolicyName", "in-" + name, "PolicyDocument", POLICY).ok();
    }

    private Answer details(String... parameters) {
        return admin.call("GetAccountAuthorizationDetails", parameters).ok();
    }

    @Test
    void everythingIsThere() {
        Answer all = details();
        assertThat(all.text("UserDetailList"))
                .contains("user/admin", "in-admin", "team", ADMINISTRATOR_ACCESS);
        assertThat(all.text("GroupDetailList")).contains("group/team", "in-team");
        assertThat(all.text("RoleDetailList"))
                .contains("role/auditor", "in-auditor", "instance-profile/profile", READ_ONLY)
                .contains("user%2Fadmin")
                .doesNotContain("AIDA");
        assertThat(all.text("Policies"))
                .contains("policy/own", ADMINISTRATOR_ACCESS, READ_ONLY)
                .doesNotContain("PowerUserAccess");
        assertThat(all.text("IsTruncated")).isEqualTo("false");
    }

    @Test
    void filtersChoose() {
        Answer users = details("Filter.member.1", "User");
        assertThat(users.has("UserName")).isTrue();
        assertThat(users.has("RoleName")).isFalse();
        assertThat(users.has("DefaultVersionId")).isFalse();
        Answer two = details("Filter.member.1", "Group", "Filter.member.2", "LocalManagedPolicy");
        assertThat(two.texts("GroupName")).containsExactly("team");
        assertThat(two.texts("DefaultVersionId")).hasSize(1);
        assertThat(two.text("Policies")).contains("policy/own").doesNotContain("iam::aws:");
        Answer aws = details("Filter.member.1", "AWSManagedPolicy");
        assertThat(aws.text("Policies")).contains("iam::aws:").doesNotContain("policy/own");
        admin.call("GetAccountAuthorizationDetails", "Filter.member.1", "Everything")
                .refused("ValidationError");
    }

    @Test
    void pagesHoldEverythingOnce() {
        List<String> ids = new ArrayList<>();
        Answer page = details("MaxItems", "1");
        while (true) {
            assertThat(page.text("IsTruncated")).isEqualTo(String.valueOf(page.has("Marker")));
            ids.addAll(idsOf(page));
            if (!page.has("Marker")) {
                break;
            }
            page = details("MaxItems", "1", "Marker", page.text("Marker"));
        }
        assertThat(ids).doesNotHaveDuplicates().containsExactlyElementsOf(idsOf(details()));
        assertThat(ids).hasSize(6);
    }

    /** The ids of users, groups and roles, and the policies' own. */
    private static List<String> idsOf(Answer answer) {
        List<String> ids = new ArrayList<>(answer.texts("UserId"));
        ids.addAll(answer.texts("GroupId"));
        if (answer.has("RoleDetailList") && answer.has("RoleId")) {
            ids.add(answer.texts("RoleId").getLast());
        }
        ids.addAll(answer.texts("PolicyId"));
        return ids;
    }
}
