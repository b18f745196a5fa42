package dev.understudy.iam.accesskeys;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.InMemoryJournal;
import dev.understudy.directory.Journal;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

/** When keys were last used: the first use of each quarter of an hour, noted and then written. */
class LastUseTest {
    private final Journal journal = new InMemoryJournal();
    private final World world = new World(journal);
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer lastUse(String keyId) {
        return admin.call("GetAccessKeyLastUsed", "AccessKeyId", keyId).ok();
    }

    @Test
    void aKeyThatWasNeverUsed() {
        Client bob = world.user(TRUSTING, "bob");
        Answer never = lastUse(bob.accessKeyId());
        assertThat(never.has("LastUsedDate")).isFalse();
        assertThat(never.text("ServiceName")).isEqualTo("N/A");
        assertThat(never.text("Region")).isEqualTo("N/A");
    }

    @Test
    void theFirstUseOfAQuarterOfAnHour() {
        Client bob = world.user(TRUSTING, "bob");
        bob.call("GetCallerIdentity").ok();
        world.pass(Duration.ofMinutes(14));
        bob.call("ListUsers").refused("AccessDenied");
        assertThat(lastUse(bob.accessKeyId()).text("LastUsedDate"))
                .isEqualTo("2026-01-15T12:00:00Z");
        assertThat(lastUse(bob.accessKeyId()).text("ServiceName")).isEqualTo("sts");
        world.pass(Duration.ofMinutes(1));
        bob.call("ListUsers").refused("AccessDenied");
        Answer later = lastUse(bob.accessKeyId());
        assertThat(later.text("LastUsedDate")).isEqualTo("2026-01-15T12:15:00Z");
        assertThat(later.text("ServiceName")).isEqualTo("iam");
        assertThat(later.text("Region")).isEqualTo("us-east-1");
    }

    @Test
    void aRequestThatWasNotProvenIsNoUse() {
        Client bob = world.user(TRUSTING, "bob");
        world.client(bob.accessKeyId(), "not-the-secret", null)
                .call("GetCallerIdentity")
                .refused("SignatureDoesNotMatch");
        assertThat(lastUse(bob.accessKeyId()).has("LastUsedDate")).isFalse();
    }

    @Test
    void requestsWriteNothingAndFlushingDoes() {
        Client bob = world.user(TRUSTING, "bob");
        long before = world.account(TRUSTING).version();
        bob.call("GetCallerIdentity").ok();
        assertThat(world.account(TRUSTING).version()).isEqualTo(before);
        world.flush();
        assertThat(world.account(TRUSTING).version()).isEqualTo(before + 1);
        assertThat(
                        Objects.requireNonNull(
                                        Objects.requireNonNull(journal.load(TRUSTING))
                                                .credentials()
                                                .useOf(bob.accessKeyId()))
                                .service())
                .isEqualTo("sts");
        assertThat(lastUse(bob.accessKeyId()).text("LastUsedDate"))
                .isEqualTo("2026-01-15T12:00:00Z");
        world.pass(Duration.ofMinutes(5));
        bob.call("GetCallerIdentity").ok();
        assertThat(lastUse(bob.accessKeyId()).text("LastUsedDate"))
                .as("what is written counts for the span too")
                .isEqualTo("2026-01-15T12:00:00Z");
    }

    @Test
    void aDeletedKeyLeavesNothingBehind() {
        Client bob = world.user(TRUSTING, "bob");
        bob.call("GetCallerIdentity").ok();
        world.flush();
        bob.call("GetCallerIdentity").ok();
        admin.call("DeleteAccessKey", "UserName", "bob", "AccessKeyId", bob.accessKeyId()).ok();
        assertThat(world.account(TRUSTING).credentials().useOf(bob.accessKeyId())).isNull();
        world.flush();
        assertThat(world.account(TRUSTING).credentials().useOf(bob.accessKeyId())).isNull();
    }
}
