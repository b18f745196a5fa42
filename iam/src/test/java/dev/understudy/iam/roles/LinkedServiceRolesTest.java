package dev.understudy.iam.roles;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.LinkedService;
import dev.understudy.catalog.LinkedServices;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The role of each service that has one: made, told, and assumed by nobody but the service. */
class LinkedServiceRolesTest {
    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer make(LinkedService service) {
        return service.suffix() == LinkedService.Suffix.REQUIRED
                ? admin.call(
                        "CreateServiceLinkedRole",
                        "AWSServiceName",
                        service.principal(),
                        "CustomSuffix",
                        "x")
                : admin.call("CreateServiceLinkedRole", "AWSServiceName", service.principal());
    }

    @Test
    void everyServicesRoleCanBeMade() {
        Set<String> names = new HashSet<>();
        for (LinkedService service : LinkedServices.all()) {
            Answer made = make(service);
            if (!names.add(service.roleName())) {
                made.refused("InvalidInput");
                continue;
            }
            String name = made.ok().text("RoleName");
            assertThat(name).startsWith(service.roleName());
            assertThat(made.text("Arn"))
                    .isEqualTo(
                            "arn:aws:iam::111122223333:role/aws-service-role/"
                                    + service.principal()
                                    + "/"
                                    + name);
            assertThat(made.has("Description")).isFalse();
            assertThat(decoded(made.text("AssumeRolePolicyDocument")))
                    .isEqualTo(service.trustPolicy());
            assertThat(attached(name))
                    .isEqualTo(
                            service.policyArn() == null ? List.of() : List.of(service.policyArn()));
            admin.call("DeleteRole", "RoleName", name).refused("UnmodifiableEntity");
        }
        // Redshift and its Data API share one role.
        assertThat(names).hasSize(LinkedServices.all().size() - 1);
    }

    private List<String> attached(String name) {
        return admin.call("ListAttachedRolePolicies", "RoleName", name).ok().texts("PolicyArn");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aSuffixIsTakenOnlyWhereAwsTakesOne() {
        for (LinkedService service : LinkedServices.all()) {
            if (service.suffix() == LinkedService.Suffix.NO) {
                String[] parameters = {"AWSServiceName", service.principal(), "CustomSuffix", "x"};
                admin.call("CreateServiceLinkedRole", parameters)
                        .refused(
                                400,
                                "InvalidInput",
                                "Custom suffix is not allowed for " + service.principal());
            }
        }
        admin.call("CreateServiceLinkedRole", "AWSServiceName", "profile.amazonaws.com")
                .refused("InvalidInput");
        assertThat(world.account(TRUSTING).roles()).isEmpty();
    }

    @Test
    void nobodyButTheServiceAssumesIt() {
        admin.call("CreateServiceLinkedRole", "AWSServiceName", "autoscaling.amazonaws.com").ok();
        String arn =
                "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/"
                        + "AWSServiceRoleForAutoScaling";
        String[] assume = {"RoleArn", arn, "RoleSessionName", "me"};
        admin.call("AssumeRole", assume).refused("AccessDenied");
        world.root(TRUSTING).call("AssumeRole", assume).refused("AccessDenied");
        world.admin(World.TRUSTED).call("AssumeRole", assume).refused("AccessDenied");
        // Naming the service does not make a caller the service.
        String claims =
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                        + "\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}}";
        world.userWith(TRUSTING, "autoscaling.amazonaws.com", claims)
                .call("AssumeRole", assume)
                .refused("AccessDenied");
    }
}
