package dev.understudy.iam.policies;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;
import dev.understudy.policy.PolicyDocument;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/** What the stories of managed policies leave out: members, counts, quotas, tags, AWS's own. */
class PoliciesTest {
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
    private static final String GHOST = "arn:aws:iam::111122223333:policy/ghost";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String name, String... more) {
        String[] parameters = new String[more.length + 4];
        parameters[0] = "PolicyName";
        parameters[1] = name;
        parameters[2] = "PolicyDocument";
        parameters[3] = DOCUMENT;
        System.arraycopy(more, 0, parameters, 4, more.length);
        return admin.call("CreatePolicy", parameters);
    }

    private Answer get(String arn) {
        return admin.call("GetPolicy", "PolicyArn", arn).ok();
    }

    @Test
    void eachAnswerHasItsOwnMembers() {
        String[] more = {
            "Path", "/x/", "Description", "looks",
            "Tags.member.1.Key", "team", "Tags.member.1.Value", "blue",
        };
        Answer created = create("p", more).ok();
        assertThat(created.text("Arn")).isEqualTo("arn:aws:iam::111122223333:policy/x/p");
        assertThat(created.text("PolicyId")).matches("ANPA[A-Z2-7]{17}");
        assertThat(created.text("PermissionsBoundaryUsageCount")).isEqualTo("0");
        assertThat(created.text("UpdateDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(created.has("Description")).isFalse();
        Answer got = get(created.text("Arn"));
        assertThat(got.text("Description")).isEqualTo("looks");
        assertThat(got.text("Key") + "=" + got.text("Value")).isEqualTo("team=blue");
        Answer listed = admin.call("ListPolicies", "Scope", "Local").ok();
        assertThat(listed.texts("PolicyName")).containsExactly("p");
        assertThat(listed.has("Description") || listed.has("Tags")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GetPolicy, ,",
        "DeletePolicy, ,",
        "ListPolicyTags, ,",
        "ListPolicyVersions, ,",
        "GetPolicyVersion, VersionId, v1",
        "DeletePolicyVersion, VersionId, v1",
        "SetDefaultPolicyVersion, VersionId, v1",
        "UntagPolicy, TagKeys.member.1, a",
    })
    void whatIsMissingIsSaid(String action, String name, String value) {
        Answer answer =
                name == null
                        ? admin.call(action, "PolicyArn", GHOST)
                        : admin.call(action, "PolicyArn", GHOST, name, value);
        answer.refused(404, "NoSuchEntity", "Policy " + GHOST + " was not found.");
        admin.call("ListEntitiesForPolicy", "PolicyArn", GHOST)
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy " + GHOST + " does not exist or is not attachable.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetPolicy", "DeletePolicy", "ListPolicyVersions", "ListPolicyTags"})
    void whatIsNoArnOfAPolicyIsSaid(String action) {
        for (String arn : List.of("nothing-that-is-an-arn", "arn:aws:iam::111122223333:role/p")) {
            admin.call(action, "PolicyArn", arn)
                    .refused(400, "ValidationError", "ARN " + arn + " is not valid.");
        }
    }

    @Test
    void theArnMustBeExactThoughTheNameIsTakenWhateverItsCaseAndPath() {
        create("Power", "Path", "/x/").ok();
        create("POWER")
                .refused(
                        409,
                        "EntityAlreadyExists",
                        "A policy called POWER already exists. Duplicate names are not allowed.");
        get("arn:aws:iam::111122223333:policy/x/Power");
        for (String wrong : List.of("x/power", "Power", "X/Power")) {
            String arn = "arn:aws:iam::111122223333:policy/" + wrong;
            admin.call("GetPolicy", "PolicyArn", arn).refused("NoSuchEntity");
        }
    }

    @Test
    void attachmentsAndBoundariesAreCountedApart() {
        String arn = create("p").ok().text("Arn");
        admin.call("CreateGroup", "GroupName", "g").ok();
        admin.call("AttachGroupPolicy", "GroupName", "g", "PolicyArn", arn).ok();
        admin.call("CreateUser", "UserName", "ann", "PermissionsBoundary", arn).ok();
        admin.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", arn).ok();
        assertThat(get(arn).text("AttachmentCount")).isEqualTo("2");
        assertThat(get(arn).text("PermissionsBoundaryUsageCount")).isEqualTo("1");
        admin.call("DetachGroupPolicy", "GroupName", "g", "PolicyArn", arn).ok();
        admin.call("DetachUserPolicy", "UserName", "ann", "PolicyArn", arn).ok();
        assertThat(get(arn).text("AttachmentCount")).isEqualTo("0");
        String[] delete = {"PolicyArn", arn};
        admin.call("DeletePolicy", delete)
                .refused(409, "DeleteConflict", "Cannot delete a policy attached to entities.");
        admin.call("DeleteUserPermissionsBoundary", "UserName", "ann").ok();
        admin.call("DeletePolicy", delete).ok();
    }

    @Test
    void attachmentsOfAwsPoliciesAreCountedToo() {
        assertThat(get(ADMINISTRATOR_ACCESS).text("AttachmentCount")).isEqualTo("1");
        admin.call("CreateUser", "UserName", "u", "PermissionsBoundary", ADMINISTRATOR_ACCESS).ok();
        assertThat(get(ADMINISTRATOR_ACCESS).text("PermissionsBoundaryUsageCount")).isEqualTo("1");
        assertThat(get(ADMINISTRATOR_ACCESS).texts("Tags")).hasSize(1);
    }

    @Test
    void fifteenHundredPoliciesAreTheMost() {
        PolicyVersion version =
                new PolicyVersion("v1", PolicyDocument.parse(DOCUMENT), world.instant());
        ManagedPolicy[] policies = new ManagedPolicy[1_500];
        for (int i = 0; i < policies.length; i++) {
            policies[i] =
                    new ManagedPolicy(
                            "ANPA%017d".formatted(i),
                            "p" + i,
                            "/",
                            null,
                            world.instant(),
                            world.instant(),
                            Map.of(),
                            "v1",
                            List.of(version),
                            1);
        }
        world.put(TRUSTING, policies);
        create("one-more")
                .refused(409, "LimitExceeded", "Cannot exceed quota for PoliciesPerAccount: 1500");
    }

    @Test
    void blanksDoNotCountForTheSize() {
        String blank = DOCUMENT.replace(",", ",\n" + " ".repeat(7_000));
        admin.call("CreatePolicy", "PolicyName", "p", "PolicyDocument", blank).ok();
        String room = "b".repeat(6_144 - DOCUMENT.length() - "arn:aws:s3:::".length() + 1);
        String exact = DOCUMENT.replace("\"*\"", "\"arn:aws:s3:::" + room + "\"");
        assertThat(exact).hasSize(6_144);
        admin.call("CreatePolicy", "PolicyName", "q", "PolicyDocument", exact).ok();
        String[] larger = {
            "PolicyName", "r", "PolicyDocument", exact.replace(room, room + "b"),
        };
        admin.call("CreatePolicy", larger)
                .refused(409, "LimitExceeded", "Cannot exceed quota for PolicySize: 6144");
    }

    @Test
    void keysOfTagsDifferInCase() {
        String arn = create("p").ok().text("Arn");
        for (String key : List.of("team", "Team", "cost")) {
            String[] tag = {
                "PolicyArn", arn, "Tags.member.1.Key", key, "Tags.member.1.Value", key + "-value",
            };
            admin.call("TagPolicy", tag).ok();
        }
        Pages tags = new Pages(admin, "ListPolicyTags", "PolicyArn", arn);
        assertThat(tags.atOnce("Key")).containsExactly("cost", "Team", "team");
        assertThat(tags.oneByOne("Value"))
                .containsExactly("cost-value", "Team-value", "team-value");
        admin.call("UntagPolicy", "PolicyArn", arn, "TagKeys.member.1", "TEAM").ok();
        admin.call("UntagPolicy", "PolicyArn", arn, "TagKeys.member.1", "Team").ok();
        assertThat(tags.atOnce("Key")).containsExactly("cost", "team");
    }

    @Test
    void awsPoliciesHaveNoTagsAndGetNone() {
        String[] tag = {
            "PolicyArn", ADMINISTRATOR_ACCESS, "Tags.member.1.Key", "a", "Tags.member.1.Value", "b",
        };
        String refusal = "Cannot update policies outside your own account.";
        admin.call("TagPolicy", tag).refused(403, "AccessDenied", refusal);
        admin.call("UntagPolicy", "PolicyArn", ADMINISTRATOR_ACCESS, "TagKeys.member.1", "a")
                .refused(403, "AccessDenied", refusal);
        String[] arn = {"PolicyArn", ADMINISTRATOR_ACCESS};
        assertThat(new Pages(admin, "ListPolicyTags", arn).atOnce("Key")).isEmpty();
    }

    @Test
    void tagsOfTheRequestAndThePolicyAreConditionKeys() {
        String condition =
                DOCUMENT.replace("s3:*", "iam:*")
                        .replace(
                                "\"*\"}}",
                                "\"*\",\"Condition\":{\"StringEquals\":{\"KEY\":\"blue\"}}}}");
        Client creator =
                world.userWith(
                        TRUSTING, "creator", condition.replace("KEY", "aws:RequestTag/team"));
        Client owner =
                world.userWith(TRUSTING, "owner", condition.replace("KEY", "aws:ResourceTag/team"));
        String[] tagged = {
            "PolicyName",
            "p",
            "PolicyDocument",
            DOCUMENT,
            "Tags.member.1.Key",
            "team",
            "Tags.member.1.Value",
            "blue",
        };
        String arn = creator.call("CreatePolicy", tagged).ok().text("Arn");
        tagged[1] = "q";
        tagged[7] = "red";
        creator.call("CreatePolicy", tagged).refused("AccessDenied");
        owner.call("DeletePolicy", "PolicyArn", create("r").ok().text("Arn"))
                .refused("AccessDenied");
        owner.call("DeletePolicy", "PolicyArn", arn).ok();
    }
}
