package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.PrincipalAccess;
import dev.understudy.directory.User;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What is noted, when it is written, and what is not. */
class LastAccessTest {
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private PrincipalAccess written(String user) {
        User found = Objects.requireNonNull(world.account(TRUSTING).user(user));
        return new LastAccess().of(world.account(TRUSTING), found.id());
    }

    @Test
    void nothingIsWrittenOnTheRequestsWay() {
        Client admin = world.admin(TRUSTING);
        long version = world.account(TRUSTING).version();
        admin.call("ListUsers").ok();
        assertThat(world.account(TRUSTING).version()).isEqualTo(version);
        world.flush();
        assertThat(written("admin").actions())
                .containsOnlyKeys("iam:ListUsers")
                .containsValue(new PrincipalAccess.Attempt(NOON, "us-east-1"));
        long flushed = world.account(TRUSTING).version();
        // One says what was tried, one with which key.
        assertThat(flushed).isEqualTo(version + 2);
        world.flush();
        assertThat(world.account(TRUSTING).version()).as("nothing new").isEqualTo(flushed);
    }

    @Test
    void refusedAttemptsCountToo() {
        world.user(TRUSTING, "nobody").call("ListRoles").refused("AccessDenied");
        world.flush();
        assertThat(written("nobody").actions()).containsOnlyKeys("iam:ListRoles");
    }

    @Test
    void ofAQuarterOfAnHourTheFirstIsKept() {
        Client admin = world.admin(TRUSTING);
        admin.call("ListUsers").ok();
        world.pass(Duration.ofMinutes(14));
        admin.call("ListUsers").ok();
        world.flush();
        assertThat(written("admin").actions().get("iam:ListUsers").at()).isEqualTo(NOON);
        world.pass(Duration.ofMinutes(1));
        admin.call("ListUsers").ok();
        world.flush();
        assertThat(written("admin").actions().get("iam:ListUsers").at())
                .isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whoIsGoneIsForgotten() {
        Client gone = world.user(TRUSTING, "gone");
        gone.call("ListUsers");
        world.flush();
        Client admin = world.admin(TRUSTING);
        admin.call("DeleteAccessKey", "UserName", "gone", "AccessKeyId", gone.accessKeyId()).ok();
        admin.call("DeleteUser", "UserName", "gone").ok();
        world.flush();
        assertThat(world.account(TRUSTING).principalAccess()).hasSize(1);
    }
}
