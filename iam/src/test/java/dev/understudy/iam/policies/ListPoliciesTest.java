package dev.understudy.iam.policies;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which policies a list holds, and whom a policy is used by. */
class ListPoliciesTest {
    private static final String DOCUMENT =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private String create(String name, String path) {
        String[] parameters = {"PolicyName", name, "Path", path, "PolicyDocument", DOCUMENT};
        return admin.call("CreatePolicy", parameters).ok().text("Arn");
    }

    private String attached(String name) {
        String arn = create(name, "/");
        admin.call("AttachUserPolicy", "UserName", "admin", "PolicyArn", arn).ok();
        return arn;
    }

    private List<String> list(String... parameters) {
        return new Pages(admin, "ListPolicies", parameters).thousands("Arn");
    }

    private List<String> users(String arn, String element, String... filter) {
        String[] all = new String[filter.length + 2];
        all[0] = "PolicyArn";
        all[1] = arn;
        System.arraycopy(filter, 0, all, 2, filter.length);
        return new Pages(admin, "ListEntitiesForPolicy", all).oneByOne(element);
    }

    @Test
    void theScopeSaysWhosePoliciesAreMeant() {
        String own = create("mine", "/");
        String[] aws =
                AwsManagedPolicies.all().stream().map(AwsManagedPolicy::arn).toArray(String[]::new);
        assertThat(list("Scope", "Local")).containsExactly(own);
        assertThat(list("Scope", "AWS")).containsExactlyInAnyOrder(aws);
        assertThat(list()).contains(own).contains(aws).hasSize(aws.length + 1);
        assertThat(list("Scope", "All")).isEqualTo(list());
        admin.call("ListPolicies", "Scope", "Mine").refused("ValidationError");
    }

    @Test
    void onlyWhatIsUsedCanBeAskedFor() {
        String attached = create("attached", "/");
        String bounds = create("bounds", "/");
        create("idle", "/");
        admin.call("CreateUser", "UserName", "ann", "PermissionsBoundary", bounds).ok();
        admin.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", attached).ok();
        assertThat(list("OnlyAttached", "true"))
                .containsExactlyInAnyOrder(ADMINISTRATOR_ACCESS, attached);
        assertThat(list("OnlyAttached", "true", "Scope", "Local")).containsExactly(attached);
        assertThat(list("PolicyUsageFilter", "PermissionsBoundary")).containsExactly(bounds);
    }

    @Test
    void aPathPrefixIsTheBeginningOfThePath() {
        String deep = create("deep", "/team/x/");
        create("other", "/");
        assertThat(list("PathPrefix", "/team/")).containsExactly(deep);
        assertThat(list("PathPrefix", "/team/x/", "Scope", "AWS")).isEmpty();
        assertThat(list("PathPrefix", "/aws-service-role/"))
                .allMatch(arn -> arn.contains(":policy/aws-service-role/"));
    }

    @Test
    void pagesHoldNamesThatAreAlikeAndWhatIsCreatedMeanwhile() {
        String alike = attached("administratoraccess");
        String last = attached("zz");
        int[] inserted = {0};
        List<String> seen =
                new Pages(admin, "ListPolicies", "OnlyAttached", "true")
                        .oneByOne("Arn", () -> attached("00" + inserted[0]++));
        assertThat(inserted[0]).isEqualTo(2);
        assertThat(seen).containsExactly(ADMINISTRATOR_ACCESS, alike, last);
    }

    @Test
    void theMarkerOfAPolicyDeepDownIsNotTooLong() {
        String deep = "/" + "x".repeat(500) + "/";
        create("a" + "b".repeat(127), deep);
        create("a" + "c".repeat(127), deep);
        assertThat(new Pages(admin, "ListPolicies", "Scope", "Local").oneByOne("PolicyName"))
                .hasSize(2);
    }

    @Test
    void whoMayNotListIsToldThePath() {
        world.user(TRUSTING, "nobody")
                .call("ListPolicies")
                .refused(
                        403,
                        "AccessDenied",
                        "User: arn:aws:iam::111122223333:user/nobody is not authorized to perform:"
                                + " iam:ListPolicies on resource: policy path / because no"
                                + " identity-based policy allows the iam:ListPolicies action");
    }

    @Test
    void whomAPolicyIsUsedByIsToldByKindAndUse() {
        String arn = create("p", "/");
        admin.call("CreateUser", "UserName", "ann", "Path", "/x/").ok();
        admin.call("CreateUser", "UserName", "bob", "PermissionsBoundary", arn).ok();
        admin.call("CreateGroup", "GroupName", "crew").ok();
        admin.call("CreateRole", "RoleName", "r", "AssumeRolePolicyDocument", TRUST).ok();
        admin.call("AttachUserPolicy", "UserName", "ann", "PolicyArn", arn).ok();
        admin.call("AttachGroupPolicy", "GroupName", "crew", "PolicyArn", arn).ok();
        admin.call("AttachRolePolicy", "RoleName", "r", "PolicyArn", arn).ok();
        assertThat(users(arn, "UserName")).containsExactly("ann", "bob");
        assertThat(users(arn, "GroupName")).containsExactly("crew");
        assertThat(users(arn, "RoleName")).containsExactly("r");
        assertThat(users(arn, "UserId")).allMatch(id -> id.startsWith("AIDA")).hasSize(2);
        assertThat(users(arn, "RoleName", "EntityFilter", "User")).isEmpty();
        assertThat(users(arn, "UserName", "PolicyUsageFilter", "PermissionsBoundary"))
                .containsExactly("bob");
        assertThat(users(arn, "UserName", "PolicyUsageFilter", "PermissionsPolicy"))
                .containsExactly("ann");
        assertThat(users(arn, "UserName", "PathPrefix", "/x/")).containsExactly("ann");
        assertThat(users(ADMINISTRATOR_ACCESS, "UserName")).containsExactly("admin");
    }
}
