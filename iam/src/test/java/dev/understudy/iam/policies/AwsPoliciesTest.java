package dev.understudy.iam.policies;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** AWS's own policies in an account: listed, read, counted, and changed by nobody. */
class AwsPoliciesTest {
    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String SQS = "arn:aws:iam::aws:policy/AmazonSQSFullAccess";
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:*\",\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer get(String arn) {
        return admin.call("GetPolicy", "PolicyArn", arn).ok();
    }

    @Test
    void oneIsToldLikeAnAccountsOwn() {
        Answer policy = get("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
        assertThat(policy.text("PolicyName")).isEqualTo("ViewOnlyAccess");
        assertThat(policy.text("Path")).isEqualTo("/job-function/");
        assertThat(policy.text("PolicyId")).matches("ANPA[A-Z2-7]{17}");
        assertThat(policy.text("CreateDate")).isEqualTo("2016-11-10T17:20:15Z");
        assertThat(policy.text("UpdateDate")).isEqualTo("2026-04-22T18:12:21Z");
        assertThat(policy.text("DefaultVersionId")).isEqualTo("v45");
        assertThat(policy.text("IsAttachable")).isEqualTo("true");
        assertThat(policy.text("AttachmentCount")).isEqualTo("0");
        assertThat(policy.has("Description")).isFalse();
        String again = get("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess").text("PolicyId");
        assertThat(again).isEqualTo(policy.text("PolicyId"));
    }

    @Test
    void allAreListedOnPagesOfAnySize() {
        Pages all = new Pages(admin, "ListPolicies", "Scope", "AWS");
        assertThat(all.thousands("PolicyName"))
                .hasSize(1_594)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(all.atOnce("Arn")).hasSize(100).allMatch(arn -> arn.contains(":iam::aws:"));
        Pages roots = new Pages(admin, "ListPolicies", "PathPrefix", "/root-task/");
        assertThat(roots.oneByOne("PolicyName"))
                .contains("IAMAuditRootUserCredentials", "S3UnlockBucketPolicy")
                .hasSize(5);
    }

    @Test
    void usesAreCounted() {
        admin.call("CreateUser", "UserName", "ann", "PermissionsBoundary", SQS).ok();
        admin.call("CreateGroup", "GroupName", "crew").ok();
        admin.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", SQS).ok();
        admin.call("AttachGroupPolicy", "GroupName", "crew", "PolicyArn", SQS).ok();
        Answer got = get(SQS);
        assertThat(got.text("AttachmentCount")).isEqualTo("2");
        assertThat(got.text("PermissionsBoundaryUsageCount")).isEqualTo("1");
        String[] bounds = {"Scope", "AWS", "PolicyUsageFilter", "PermissionsBoundary"};
        Answer listed = admin.call("ListPolicies", bounds).ok();
        assertThat(listed.texts("Arn")).containsExactly(SQS);
        assertThat(listed.text("AttachmentCount")).isEqualTo("2");
        assertThat(listed.text("PermissionsBoundaryUsageCount")).isEqualTo("1");
        String[] attached = {"Scope", "AWS", "OnlyAttached", "true"};
        assertThat(admin.call("ListPolicies", attached).ok().texts("Arn"))
                .containsExactly(ADMINISTRATOR_ACCESS, SQS);
    }

    @Test
    void everyVersionThatIsKnownCanBeRead() {
        Pages versions = new Pages(admin, "ListPolicyVersions", "PolicyArn", READ_ONLY);
        List<String> ids = versions.thousands("VersionId");
        assertThat(ids).hasSize(151).startsWith("v188", "v187").endsWith("v2", "v1");
        assertThat(versions.thousands("IsDefaultVersion"))
                .startsWith("true")
                .containsOnlyOnce("true");
        String newest = document(READ_ONLY, "v188");
        String oldest = document(READ_ONLY, "v1");
        assertThat(newest).startsWith("{\"Version\":\"2012-10-17\",").contains("s3:Get*");
        assertThat(oldest).isNotEqualTo(newest).contains("\"Statement\"");
        admin.call("GetPolicyVersion", "PolicyArn", READ_ONLY, "VersionId", "v180")
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy "
                                + READ_ONLY
                                + " version v180 does not exist or is not attachable.");
    }

    private String document(String arn, String version) {
        String[] parameters = {"PolicyArn", arn, "VersionId", version};
        return URLDecoder.decode(
                admin.call("GetPolicyVersion", parameters).ok().text("Document"),
                StandardCharsets.UTF_8);
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        String none = "arn:aws:iam::aws:policy/NoSuchPolicy";
        for (String action : List.of("GetPolicy", "ListPolicyVersions", "ListPolicyTags")) {
            admin.call(action, "PolicyArn", none)
                    .refused(404, "NoSuchEntity", "Policy " + none + " was not found.");
        }
        admin.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", none)
                .refused(
                        404,
                        "NoSuchEntity",
                        "Policy " + none + " does not exist or is not attachable.");
        admin.call("PutUserPermissionsBoundary", "UserName", "admin", "PermissionsBoundary", none)
                .refused("NoSuchEntity");
    }

    @Test
    void nobodyChangesOne() {
        Account before = world.account(TRUSTING);
        String update = "Cannot update policies outside your own account.";
        refused(update, "CreatePolicyVersion", "PolicyDocument", DOCUMENT);
        refused(update, "SetDefaultPolicyVersion", "VersionId", "v1");
        refused(update, "TagPolicy", "Tags.member.1.Key", "k", "Tags.member.1.Value", "v");
        refused(update, "UntagPolicy", "TagKeys.member.1", "k");
        refused("Cannot delete policies outside your own account.", "DeletePolicy");
        refused(
                "Cannot delete policy versions for policies outside your own account.",
                "DeletePolicyVersion",
                "VersionId",
                "v1");
        assertThat(world.account(TRUSTING)).isSameAs(before);
    }

    private void refused(String message, String action, String... more) {
        for (String arn : List.of(READ_ONLY, "arn:aws:iam::aws:policy/NoSuchPolicy")) {
            List<String> parameters = new ArrayList<>(List.of("PolicyArn", arn));
            Collections.addAll(parameters, more);
            admin.call(action, parameters.toArray(String[]::new))
                    .refused(403, "AccessDenied", message);
        }
    }

    @Test
    void whatIsAttachedDecides() {
        Client reader = world.user(TRUSTING, "reader", READ_ONLY);
        reader.call("ListUsers").ok();
        reader.call("CreateUser", "UserName", "x").refused("AccessDenied");
    }
}
