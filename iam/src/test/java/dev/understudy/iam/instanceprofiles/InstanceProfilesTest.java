package dev.understudy.iam.instanceprofiles;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.InstanceProfile;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** What the stories of instance profiles leave out: passing a role, tags, quotas, pages. */
class InstanceProfilesTest {
    private static final String ARN = "arn:aws:iam::111122223333";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},"
                    + "\"Action\":\"sts:AssumeRole\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private void profile(String... names) {
        for (String name : names) {
            admin.call("CreateInstanceProfile", "InstanceProfileName", name).ok();
        }
    }

    private void role(String name) {
        admin.call("CreateRole", "RoleName", name, "AssumeRolePolicyDocument", TRUST).ok();
    }

    private static Answer add(Client caller, String profile, String role) {
        String[] parameters = {"InstanceProfileName", profile, "RoleName", role};
        return caller.call("AddRoleToInstanceProfile", parameters);
    }

    @Test
    void aProfileTellsItsRoleAndTheRoleItsProfiles() {
        String[] create = {
            "InstanceProfileName", "web", "Path", "/x/",
            "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue",
        };
        Answer created = admin.call("CreateInstanceProfile", create).ok();
        assertThat(created.text("InstanceProfileId")).matches("AIPA[A-Z2-7]{17}");
        assertThat(created.text("Arn")).isEqualTo(ARN + ":instance-profile/x/web");
        assertThat(created.text("Key")).isEqualTo("team");
        assertThat(created.text("Roles").strip()).isEmpty();
        role("r");
        add(admin, "web", "r").ok();
        Answer got = admin.call("GetInstanceProfile", "InstanceProfileName", "WEB").ok();
        assertThat(got.texts("Arn"))
                .containsExactlyInAnyOrder(ARN + ":instance-profile/x/web", ARN + ":role/r");
        assertThat(got.text("AssumeRolePolicyDocument")).contains("ec2.amazonaws.com");
        Answer listed = admin.call("ListInstanceProfiles").ok();
        assertThat(listed.texts("RoleName")).containsExactly("r");
        assertThat(listed.has("Tags")).isFalse();
        admin.call("DeleteRole", "RoleName", "r").refused("DeleteConflict");
    }

    @ParameterizedTest
    @CsvSource({
        "GetInstanceProfile, ,",
        "DeleteInstanceProfile, ,",
        "AddRoleToInstanceProfile, RoleName, r",
        "RemoveRoleFromInstanceProfile, RoleName, r",
        "ListInstanceProfileTags, ,",
        "UntagInstanceProfile, TagKeys.member.1, a",
    })
    void whatIsMissingIsSaid(String action, String name, String value) {
        role("r");
        Answer answer =
                name == null
                        ? admin.call(action, "InstanceProfileName", "ghost")
                        : admin.call(action, "InstanceProfileName", "ghost", name, value);
        answer.refused(404, "NoSuchEntity", "Instance Profile ghost cannot be found.");
    }

    @Test
    void aMissingRoleIsSaid() {
        profile("web");
        String missing = "The role with name ghost cannot be found.";
        add(admin, "web", "ghost").refused(404, "NoSuchEntity", missing);
        admin.call("ListInstanceProfilesForRole", "RoleName", "ghost")
                .refused(404, "NoSuchEntity", missing);
        String[] remove = {"InstanceProfileName", "web", "RoleName", "ghost"};
        admin.call("RemoveRoleFromInstanceProfile", remove).refused(404, "NoSuchEntity", missing);
    }

    @Test
    void whoAddsARoleMustBeAllowedToPassItToEc2() {
        profile("web");
        role("r");
        String add = allow("iam:AddRoleToInstanceProfile", "*");
        String passed = "arn:aws:iam::111122223333:role/r";
        Client adds = world.userWith(TRUSTING, "adds", policy(add));
        Client other =
                world.userWith(
                        TRUSTING, "other", policy(add, pass(passed, "lambda.amazonaws.com")));
        Client wrong =
                world.userWith(
                        TRUSTING, "wrong", policy(add, pass(passed + "2", "ec2.amazonaws.com")));
        Client passes =
                world.userWith(TRUSTING, "passes", policy(add, pass(passed, "ec2.amazonaws.com")));
        for (Client caller : List.of(adds, other, wrong)) {
            Answer refused = add(caller, "web", "r").refused("AccessDenied");
            assertThat(refused.message())
                    .contains("is not authorized to perform: iam:PassRole on resource: " + passed);
        }
        add(passes, "web", "r").ok();
    }

    private static String allow(String action, String resource) {
        return "{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":\""
                + resource
                + "\"}";
    }

    private static String pass(String role, String service) {
        return allow("iam:PassRole", role)
                .replace(
                        "\"}",
                        "\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\""
                                + service
                                + "\"}}}");
    }

    private static String policy(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    @Test
    void aProfileHoldsOneRoleAndARoleIsInManyProfiles() {
        profile("web", "Batch", "db");
        role("r");
        role("s");
        for (String name : List.of("web", "Batch", "db")) {
            add(admin, name, "r").ok();
        }
        String[] forRole = {"RoleName", "r"};
        Pages profiles = new Pages(admin, "ListInstanceProfilesForRole", forRole);
        assertThat(profiles.oneByOne("InstanceProfileName")).containsExactly("Batch", "db", "web");
        String limit = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
        add(admin, "web", "s").refused(409, "LimitExceeded", limit);
        add(admin, "web", "r").refused(409, "LimitExceeded", limit);
        String[] remove = {"InstanceProfileName", "web", "RoleName", "r"};
        admin.call("RemoveRoleFromInstanceProfile", remove).ok();
        admin.call("RemoveRoleFromInstanceProfile", remove)
                .refused(404, "NoSuchEntity", "Role r in Instance Profile web cannot be found.");
        add(admin, "web", "s").ok();
    }

    @Test
    void aServiceLinkedRoleIsNotForInstances() {
        profile("web");
        String role =
                admin.call("CreateServiceLinkedRole", "AWSServiceName", "autoscaling.amazonaws.com")
                        .ok()
                        .text("RoleName");
        add(admin, "web", role)
                .refused(
                        400,
                        "UnmodifiableEntity",
                        "Cannot perform the operation on the protected role '"
                                + role
                                + "' - this role is only modifiable by AWS");
    }

    @Test
    void aThousandProfilesAreTheMost() {
        InstanceProfile[] crowd = new InstanceProfile[1_000];
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] =
                    new InstanceProfile(
                            "AIPA%017d".formatted(i),
                            "p" + i,
                            "/",
                            world.instant(),
                            Map.of(),
                            null);
        }
        world.put(TRUSTING, crowd);
        admin.call("CreateInstanceProfile", "InstanceProfileName", "one-more")
                .refused(
                        409,
                        "LimitExceeded",
                        "Cannot exceed quota for InstanceProfilesPerAccount: 1000");
    }

    @Test
    void listsComeInPagesByNameAndPath() {
        profile("b", "D", "f");
        String[] deep = {"InstanceProfileName", "deep", "Path", "/myPath/"};
        admin.call("CreateInstanceProfile", deep).ok();
        Pages pages = new Pages(admin, "ListInstanceProfiles");
        int[] inserted = {0};
        assertThat(pages.oneByOne("InstanceProfileName", () -> profile("a" + inserted[0]++)))
                .containsExactly("b", "D", "deep", "f");
        assertThat(
                        new Pages(admin, "ListInstanceProfiles", "PathPrefix", "/my")
                                .atOnce("InstanceProfileName"))
                .containsExactly("deep");
    }

    @Test
    void keysOfTagsDifferInCase() {
        profile("web");
        String[] tags = {
            "InstanceProfileName",
            "web",
            "Tags.member.1.Key",
            "team",
            "Tags.member.1.Value",
            "1",
            "Tags.member.2.Key",
            "Team",
            "Tags.member.2.Value",
            "2",
        };
        admin.call("TagInstanceProfile", tags).ok();
        Pages listed = new Pages(admin, "ListInstanceProfileTags", "InstanceProfileName", "web");
        assertThat(listed.oneByOne("Key")).containsExactly("Team", "team");
        tags[7] = "team";
        admin.call("TagInstanceProfile", tags)
                .refused(400, "InvalidInput", "Duplicate tag keys found.");
        String[] untag = {
            "InstanceProfileName", "web", "TagKeys.member.1", "team", "TagKeys.member.2", "none",
        };
        admin.call("UntagInstanceProfile", untag).ok();
        assertThat(listed.atOnce("Value")).containsExactly("2");
    }
}
