package dev.understudy.iam.roles;

import static dev.understudy.iam.World.ADMINISTRATOR_ACCESS;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Role;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Service-linked roles: made by name of the service, changed by nobody, deleted by a task. */
class ServiceLinkedRoleTest {
    private static final String NAME = "AWSServiceRoleForAutoScaling";
    private static final String SERVICE = "autoscaling.amazonaws.com";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"Service\":\"autoscaling.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\","
                    + "\"Resource\":\"*\"}}";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void create() {
        admin.call("CreateServiceLinkedRole", "AWSServiceName", SERVICE).ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Role role() {
        return Objects.requireNonNull(world.account(TRUSTING).role(NAME));
    }

    @Test
    void itIsMadeAsAwsMakesIt() {
        Answer answer = admin.call("GetRole", "RoleName", NAME).ok();
        assertThat(answer.text("Arn"))
                .isEqualTo(
                        "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/"
                                + NAME);
        assertThat(answer.text("Path")).isEqualTo("/aws-service-role/autoscaling.amazonaws.com/");
        assertThat(answer.text("MaxSessionDuration")).isEqualTo("3600");
        assertThat(answer.has("Description")).isFalse();
        String document = answer.text("AssumeRolePolicyDocument");
        assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8)).isEqualTo(TRUST);
        assertThat(admin.call("ListAttachedRolePolicies", "RoleName", NAME).ok().texts("PolicyArn"))
                .containsExactly(
                        "arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy");
    }

    @Test
    void nobodyChangesIt() {
        admin.call("CreateInstanceProfile", "InstanceProfileName", "p").ok();
        Role before = role();
        List<Answer> attempts =
                List.of(
                        admin.call(
                                "AttachRolePolicy",
                                "RoleName",
                                NAME,
                                "PolicyArn",
                                ADMINISTRATOR_ACCESS),
                        admin.call(
                                "DetachRolePolicy",
                                "RoleName",
                                NAME,
                                "PolicyArn",
                                before.attachedPolicies().getFirst()),
                        admin.call(
                                "PutRolePolicy",
                                "RoleName",
                                NAME,
                                "PolicyName",
                                "p",
                                "PolicyDocument",
                                POLICY),
                        admin.call("DeleteRolePolicy", "RoleName", NAME, "PolicyName", "p"),
                        admin.call(
                                "UpdateAssumeRolePolicy",
                                "RoleName",
                                NAME,
                                "PolicyDocument",
                                TRUST),
                        admin.call(
                                "PutRolePermissionsBoundary",
                                "RoleName",
                                NAME,
                                "PermissionsBoundary",
                                ADMINISTRATOR_ACCESS),
                        admin.call("DeleteRolePermissionsBoundary", "RoleName", NAME),
                        admin.call("UpdateRole", "RoleName", NAME, "MaxSessionDuration", "7200"),
                        admin.call(
                                "UpdateRole",
                                "RoleName",
                                NAME,
                                "MaxSessionDuration",
                                "3600",
                                "Description",
                                "d"),
                        admin.call("DeleteRole", "RoleName", NAME),
                        admin.call(
                                "AddRoleToInstanceProfile",
                                "InstanceProfileName",
                                "p",
                                "RoleName",
                                NAME));
        for (Answer attempt : attempts) {
            attempt.refused(
                    400,
                    "UnmodifiableEntity",
                    "Cannot perform the operation on the protected role '"
                            + NAME
                            + "' - this role is only modifiable by AWS");
        }
        assertThat(role()).isEqualTo(before);
    }

    @Test
    void itsNameInAnotherCaseProtectsItAsWell() {
        String small = NAME.toLowerCase(Locale.ROOT);
        admin.call("AttachRolePolicy", "RoleName", small, "PolicyArn", ADMINISTRATOR_ACCESS)
                .refused("UnmodifiableEntity");
        admin.call("DeleteRole", "RoleName", small).refused("UnmodifiableEntity");
    }

    @Test
    void itsDescriptionAndTagsAreFree() {
        admin.call("UpdateRoleDescription", "RoleName", NAME, "Description", "one").ok();
        assertThat(role().description()).isEqualTo("one");
        admin.call("UpdateRole", "RoleName", NAME, "Description", "two").ok();
        assertThat(role().description()).isEqualTo("two");
        admin.call(
                        "TagRole",
                        "RoleName",
                        NAME,
                        "Tags.member.1.Key",
                        "k",
                        "Tags.member.1.Value",
                        "v")
                .ok();
        assertThat(role().tags()).containsEntry("k", "v");
    }

    @Test
    void itsPolicyIsForItAlone() {
        admin.call("CreateRole", "RoleName", "mine", "AssumeRolePolicyDocument", TRUST).ok();
        admin.call(
                        "AttachRolePolicy",
                        "RoleName",
                        "mine",
                        "PolicyArn",
                        role().attachedPolicies().getFirst())
                .refused(
                        400,
                        "PolicyNotAttachable",
                        "Cannot attach a Service Role Policy to a Customer Role.");
    }

    @Test
    void itsPathsAreClosedToOthers() {
        for (String path : List.of("/aws-service-role/", "/aws-reserved/")) {
            admin.call(
                            "CreateRole",
                            "RoleName",
                            "mine",
                            "Path",
                            path + "x/",
                            "AssumeRolePolicyDocument",
                            TRUST)
                    .refused(
                            400,
                            "InvalidInput",
                            "Path prefix '"
                                    + path
                                    + "' can only be used for AWS Service linked Roles");
        }
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "mine",
                        "Path",
                        "/service-role/",
                        "AssumeRolePolicyDocument",
                        TRUST)
                .ok();
    }

    @Test
    void faultsAreNamedAsByAws() {
        make("AWSServiceName", SERVICE)
                .refused(
                        400,
                        "InvalidInput",
                        "Service role name "
                                + NAME
                                + " has been taken in this account, please try a different"
                                + " suffix.");
        make("AWSServiceName", "elasticloadbalancing.amazonaws.com", "CustomSuffix", "x")
                .refused(
                        400,
                        "InvalidInput",
                        "Custom suffix is not allowed for elasticloadbalancing.amazonaws.com");
        make("AWSServiceName", "nothing.amazonaws.com")
                .refused(
                        400, "InvalidInput", "No template found for service nothing.amazonaws.com");
        make("AWSServiceName", SERVICE, "CustomSuffix", "x".repeat(36)).refused("ValidationError");
        make("AWSServiceName", SERVICE, "CustomSuffix", "x".repeat(35)).ok();
    }

    private Answer make(String... parameters) {
        return admin.call("CreateServiceLinkedRole", parameters);
    }

    @Test
    void theRightToMakeOneIsBoundToTheService() {
        Client scaler =
                world.userWith(
                        TRUSTING,
                        "scaler",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":"
                                + "\"iam:CreateServiceLinkedRole\",\"Resource\":"
                                + "\"arn:aws:iam::*:role/aws-service-role/autoscaling.amazonaws.com/*\","
                                + "\"Condition\":{\"StringEquals\":{\"iam:AWSServiceName\":"
                                + "\"autoscaling.amazonaws.com\"}}}}");
        scaler.call("CreateServiceLinkedRole", "AWSServiceName", SERVICE, "CustomSuffix", "b").ok();
        scaler.call(
                        "CreateServiceLinkedRole",
                        "AWSServiceName",
                        "elasticloadbalancing.amazonaws.com")
                .refused("AccessDenied");
    }

    @Test
    void aTaskDeletesIt() {
        String task =
                admin.call("DeleteServiceLinkedRole", "RoleName", NAME).ok().text("DeletionTaskId");
        assertThat(task)
                .matches(
                        "task/aws-service-role/autoscaling.amazonaws.com/"
                                + NAME
                                + "/[0-9a-f-]{36}");
        Answer status =
                admin.call("GetServiceLinkedRoleDeletionStatus", "DeletionTaskId", task).ok();
        assertThat(status.text("Status")).isEqualTo("SUCCEEDED");
        assertThat(status.has("Reason")).isFalse();
        admin.call("GetRole", "RoleName", NAME).refused("NoSuchEntity");
        admin.call("DeleteServiceLinkedRole", "RoleName", NAME).refused("NoSuchEntity");
        admin.call("CreateServiceLinkedRole", "AWSServiceName", SERVICE).ok();
    }

    @Test
    void tasksAndRolesThatAreNoneAreRefused() {
        admin.call("GetServiceLinkedRoleDeletionStatus", "DeletionTaskId", "nonsense")
                .refused("InvalidInput");
        admin.call("GetServiceLinkedRoleDeletionStatus", "DeletionTaskId", "task/a/b/c")
                .refused("NoSuchEntity");
        admin.call("CreateRole", "RoleName", "mine", "AssumeRolePolicyDocument", TRUST).ok();
        admin.call("DeleteServiceLinkedRole", "RoleName", "mine").refused("InvalidInput");
        assertThat(world.account(TRUSTING).role("mine")).isNotNull();
    }
}
