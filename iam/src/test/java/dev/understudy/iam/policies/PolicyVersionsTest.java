package dev.understudy.iam.policies;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Versions of managed policies: their numbers, which is in force, and since when. */
class PolicyVersionsTest {
    private static final String ARN = "arn:aws:iam::111122223333:policy/p";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void create() {
        admin.call("CreatePolicy", "PolicyName", "p", "PolicyDocument", allow("iam:ListUsers"))
                .ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String allow(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
                + action
                + "\",\"Resource\":\"*\"}}";
    }

    private Answer version(String action, String... more) {
        String[] parameters = new String[more.length + 4];
        parameters[0] = "PolicyArn";
        parameters[1] = ARN;
        parameters[2] = "PolicyDocument";
        parameters[3] = allow(action);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return admin.call("CreatePolicyVersion", parameters);
    }

    private Answer on(String action, String version) {
        return admin.call(action, "PolicyArn", ARN, "VersionId", version);
    }

    private String updateDate() {
        return admin.call("GetPolicy", "PolicyArn", ARN).ok().text("UpdateDate");
    }

    private Pages versions(String arn) {
        return new Pages(admin, "ListPolicyVersions", "PolicyArn", arn);
    }

    @Test
    void anotherVersionIsInForceAtOnceForAllWhomThePolicyIsAttachedTo() {
        Client ann = world.user(TRUSTING, "ann", ARN);
        ann.call("ListUsers").ok();
        assertThat(version("iam:ListRoles").ok().text("VersionId")).isEqualTo("v2");
        ann.call("ListUsers").ok();
        on("SetDefaultPolicyVersion", "v2").ok();
        ann.call("ListUsers").refused("AccessDenied");
        ann.call("ListRoles").ok();
        version("iam:ListGroups", "SetAsDefault", "true").ok();
        ann.call("ListRoles").refused("AccessDenied");
        ann.call("ListGroups").ok();
        on("SetDefaultPolicyVersion", "v1").ok();
        ann.call("ListUsers").ok();
    }

    @Test
    void aNumberIsNeverUsedTwice() {
        version("iam:ListRoles").ok();
        on("DeletePolicyVersion", "v2").ok();
        assertThat(version("iam:ListRoles").ok().text("VersionId")).isEqualTo("v3");
        on("GetPolicyVersion", "v2")
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy " + ARN + " version v2 does not exist or is not attachable.");
        on("DeletePolicyVersion", "v2").refused("NoSuchEntity");
        on("SetDefaultPolicyVersion", "v2").refused("NoSuchEntity");
        on("SetDefaultPolicyVersion", "2").refused("ValidationError");
    }

    @Test
    void onlyANewVersionIsAnUpdate() {
        world.pass(Duration.ofHours(1));
        assertThat(version("iam:ListRoles").ok().text("CreateDate"))
                .isEqualTo("2026-01-15T13:00:00Z");
        assertThat(updateDate()).isEqualTo("2026-01-15T13:00:00Z");
        world.pass(Duration.ofHours(1));
        on("SetDefaultPolicyVersion", "v2").ok();
        on("DeletePolicyVersion", "v1").ok();
        assertThat(updateDate()).isEqualTo("2026-01-15T13:00:00Z");
    }

    @Test
    void versionsAreListedNewestFirstWithoutDocuments() {
        for (int i = 2; i <= 11; i++) {
            version("iam:ListRoles", "SetAsDefault", "true").ok();
            on("DeletePolicyVersion", "v" + (i - 1)).ok();
        }
        version("iam:ListRoles").ok();
        version("iam:ListRoles").ok();
        assertThat(versions(ARN).atOnce("VersionId")).containsExactly("v13", "v12", "v11");
        assertThat(versions(ARN).oneByOne("IsDefaultVersion"))
                .containsExactly("false", "false", "true");
        assertThat(versions(ARN).atOnce("Document")).isEmpty();
        assertThat(versions(ARN).oneByOne("VersionId", () -> version("iam:ListRoles")))
                .containsExactly("v13", "v12", "v11");
    }

    @Test
    void aDocumentComesBackAsItWasGivenPercentEncoded() {
        String spaced = allow("iam:ListUsers").replace(",", " ,\n\t") + " ";
        String[] parameters = {"PolicyArn", ARN, "PolicyDocument", spaced};
        Answer created = admin.call("CreatePolicyVersion", parameters).ok();
        assertThat(created.has("Document")).isFalse();
        String document = on("GetPolicyVersion", "v2").ok().text("Document");
        assertThat(document).doesNotContain("+").contains("%20");
        assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8)).isEqualTo(spaced);
    }

    @Test
    void theVersionOfAnAwsPolicyCanBeRead() {
        assertThat(versions(ADMINISTRATOR_ACCESS).oneByOne("VersionId")).containsExactly("v1");
        String[] parameters = {"PolicyArn", ADMINISTRATOR_ACCESS, "VersionId", "v1"};
        Answer got = admin.call("GetPolicyVersion", parameters).ok();
        assertThat(got.text("IsDefaultVersion")).isEqualTo("true");
        assertThat(URLDecoder.decode(got.text("Document"), StandardCharsets.UTF_8))
                .contains("\"Action\"");
        parameters[3] = "v99";
        admin.call("GetPolicyVersion", parameters)
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy "
                                + ADMINISTRATOR_ACCESS
                                + " version v99 does not exist or is not attachable.");
    }

    @Test
    void aVersionMustBeAPolicyToo() {
        String[] parameters = {"PolicyArn", ARN, "PolicyDocument", "{}"};
        admin.call("CreatePolicyVersion", parameters).refused("MalformedPolicyDocument");
        assertThat(versions(ARN).atOnce("VersionId")).containsExactly("v1");
    }
}
