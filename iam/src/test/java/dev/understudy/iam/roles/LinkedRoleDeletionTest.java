package dev.understudy.iam.roles;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.Account;
import dev.understudy.directory.Role;
import dev.understudy.directory.RoleUsage;
import dev.understudy.directory.RoleUsageReport;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** Deletions of a service-linked role whose service reports what uses it. */
class LinkedRoleDeletionTest {
    private static final String NAME = "AWSServiceRoleForAutoScaling";
    private static final String GROUP =
            "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:g:autoScalingGroupName/web";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void create() {
        String[] service = {"AWSServiceName", "autoscaling.amazonaws.com"};
        admin.call("CreateServiceLinkedRole", service).ok();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void report(boolean checking, RoleUsage... usage) {
        world.directory()
                .transact(
                        TRUSTING,
                        world.instant(),
                        account -> {
                            Role role = Objects.requireNonNull(account.role(NAME));
                            var report = new RoleUsageReport(role.id(), checking, List.of(usage));
                            return new Transaction.Result<>(
                                    "", LinkedRoleDeletion.reported(account, role, report));
                        });
    }

    private static RoleUsage used() {
        return new RoleUsage("us-east-1", List.of(GROUP));
    }

    private String delete() {
        return admin.call("DeleteServiceLinkedRole", "RoleName", NAME).ok().text("DeletionTaskId");
    }

    private Answer status(String task) {
        return admin.call("GetServiceLinkedRoleDeletionStatus", "DeletionTaskId", task).ok();
    }

    @Test
    void itFailsWhileResourcesUseTheRoleAndSaysWhich() {
        report(
                false,
                used(),
                new RoleUsage("eu-west-1", List.of("arn:a:b:c:d:e", "arn:a:b:c:d:f")));
        Answer failed = status(delete());
        assertThat(failed.text("Status")).isEqualTo("FAILED");
        assertThat(failed.texts("Region")).containsExactly("us-east-1", "eu-west-1");
        assertThat(failed.texts("Resources")).hasSize(2);
        assertThat(failed.text("Resources")).contains(GROUP);
        admin.call("GetRole", "RoleName", NAME).ok();
    }

    @Test
    void onceTheyAreGoneItSucceedsAndTheOldTaskStaysFailed() {
        report(false, used());
        String first = delete();
        report(false);
        String second = delete();
        assertThat(second).isNotEqualTo(first);
        assertThat(status(first).text("Status")).isEqualTo("FAILED");
        assertThat(status(second).text("Status")).isEqualTo("SUCCEEDED");
        assertThat(status(second).has("Reason")).isFalse();
        admin.call("GetRole", "RoleName", NAME).refused("NoSuchEntity");
    }

    @Test
    void itWaitsForAServiceThatIsStillLooking() {
        report(true);
        String task = delete();
        assertThat(status(task).text("Status")).isEqualTo("IN_PROGRESS");
        assertThat(status(task).has("Reason")).isFalse();
        Account before = world.account(TRUSTING);
        assertThat(delete()).isEqualTo(task);
        assertThat(world.account(TRUSTING)).isSameAs(before);
        admin.call("GetRole", "RoleName", NAME).ok();
        report(true);
        assertThat(status(task).text("Status")).isEqualTo("IN_PROGRESS");
        report(false);
        assertThat(status(task).text("Status")).isEqualTo("SUCCEEDED");
        admin.call("GetRole", "RoleName", NAME).refused("NoSuchEntity");
    }

    @Test
    void aServiceThatFindsSomethingEndsTheWaitToo() {
        report(true);
        String task = delete();
        report(false, used());
        assertThat(status(task).text("Status")).isEqualTo("FAILED");
        admin.call("GetRole", "RoleName", NAME).ok();
        assertThat(delete()).isNotEqualTo(task);
    }

    @Test
    void aRoleMadeAnewIsNotUsedByWhatUsedTheOldOne() {
        report(true);
        delete();
        report(false);
        create();
        Role role = Objects.requireNonNull(world.account(TRUSTING).role(NAME));
        assertThat(world.account(TRUSTING).roleUsage(role.id())).isNull();
        assertThat(status(delete()).text("Status")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aTaskIsNotKnownToAnotherAccount() {
        String task = delete();
        Client other = world.admin(World.TRUSTED);
        other.call("GetServiceLinkedRoleDeletionStatus", "DeletionTaskId", task)
                .refused("NoSuchEntity");
    }
}
