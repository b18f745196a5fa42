package dev.understudy.operation;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What clients meet whose changes are not seen for ten seconds. */
class PropagationTest {
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final Duration ALMOST = Duration.ofSeconds(9);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                    + "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\"}}";

    private final World world = new World(DELAY);
    private final Client admin = world.admin(TRUSTING);

    @BeforeEach
    void administratorIsSeen() {
        world.pass(DELAY);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Answer createRole(String name) {
        String[] role = {"RoleName", name, "AssumeRolePolicyDocument", TRUST};
        return admin.call("CreateRole", role);
    }

    private Answer assume(String role) {
        String[] parameters = {
            "RoleArn", "arn:aws:iam::111122223333:role/" + role, "RoleSessionName", "session"
        };
        return admin.call("AssumeRole", parameters);
    }

    @Test
    void aNewRoleIsThereForWritersAtOnceAndForOthersLater() {
        createRole("new").ok();
        createRole("new").refused("EntityAlreadyExists");
        admin.call("GetRole", "RoleName", "new").refused("NoSuchEntity");
        assume("new").refused("AccessDenied");
        world.pass(ALMOST);
        assume("new").refused("AccessDenied");
        world.pass(REST);
        admin.call("GetRole", "RoleName", "new").ok();
        assume("new").ok();
    }

    @Test
    void aNewAccessKeyIsUnknownForAMoment() {
        admin.call("CreateUser", "UserName", "alice").ok();
        Answer made = admin.call("CreateAccessKey", "UserName", "alice").ok();
        Client alice = world.client(made.text("AccessKeyId"), made.text("SecretAccessKey"), null);
        alice.call("GetCallerIdentity").refused("InvalidClientTokenId");
        world.pass(DELAY);
        alice.call("GetCallerIdentity").ok();
    }

    @Test
    void readsAndWritesAreDecidedByThePoliciesThatAreSeen() {
        Client bob = world.user(TRUSTING, "bob");
        world.pass(DELAY);
        String[] attach = {"UserName", "bob", "PolicyArn", World.ADMINISTRATOR_ACCESS};
        admin.call("AttachUserPolicy", attach).ok();
        bob.call("ListRoles").refused("AccessDenied");
        bob.call("CreateGroup", "GroupName", "g").refused("AccessDenied");
        world.pass(DELAY);
        bob.call("ListRoles").ok();
        admin.call("DetachUserPolicy", attach).ok();
        bob.call("CreateGroup", "GroupName", "g").ok();
        world.pass(DELAY);
        bob.call("CreateGroup", "GroupName", "h").refused("AccessDenied");
    }

    @Test
    void changesAppearInTheirOrderEachAfterItsDelay() {
        createRole("first").ok();
        world.pass(REST);
        createRole("second").ok();
        world.pass(ALMOST);
        assertThat(admin.call("ListRoles").ok().texts("RoleName")).containsExactly("first");
        world.pass(REST);
        assertThat(admin.call("ListRoles").ok().texts("RoleName"))
                .containsExactly("first", "second");
    }

    @Test
    void accountsLagEachByItself() {
        Client other = world.admin(TRUSTED);
        other.call("ListRoles").refused("InvalidClientTokenId");
        world.pass(DELAY);
        createRole("new").ok();
        other.call("ListRoles").ok();
    }

    @Test
    void aPasswordThatIsSetAtOnceAfterItsUserIsHashedBesideTheNewestState() {
        admin.call("CreateUser", "UserName", "alice").ok();
        world.pass(DELAY);
        String[] create = {"UserName", "alice", "Password", "correct-Horse-1"};
        admin.call("CreateLoginProfile", create).ok();
        String[] update = {"UserName", "alice", "Password", "battery-Staple-2"};
        admin.call("UpdateLoginProfile", update).ok();
    }
}
