package dev.understudy.iam.passwords;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.directory.EntityForm;
import dev.understudy.directory.LoginProfile;
import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Objects;

/** Passwords against the policy, and who may change them. */
class PasswordsTest {
    private static final String GOOD = "correct-Horse-1";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private Answer create(String user, String password) {
        return admin.call("CreateLoginProfile", "UserName", user, "Password", password);
    }

    private Answer change(Client user, String old, String fresh) {
        return user.call("ChangePassword", "OldPassword", old, "NewPassword", fresh);
    }

    private LoginProfile profile(String user) {
        String id = Objects.requireNonNull(world.account(TRUSTING).user(user)).id();
        return Objects.requireNonNull(world.account(TRUSTING).credentials().loginProfile(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "short1A|Password should have a minimum length of 8",
                "lowercase1|Password should meet 1 more of the following requirements: Password"
                        + " should have at least one uppercase letter, Password should have at"
                        + " least one symbol",
                "lowercase|Password should meet 2 more of the following requirements: Password"
                        + " should have at least one uppercase letter, Password should have at"
                        + " least one number, Password should have at least one symbol"
            })
    void theDefaultWantsThreeClassesOfCharacters(String password, String message) {
        create("admin", password).refused(400, "PasswordPolicyViolation", message);
        admin.call("GetLoginProfile", "UserName", "admin").refused("NoSuchEntity");
    }

    @Test
    void theDefaultRefusesTheNameOfTheAccount() {
        admin.call("CreateAccountAlias", "AccountAlias", "team-blue-42").ok();
        create("admin", "Team-Blue-42").refused("PasswordPolicyViolation");
        create("admin", "Team-Blue-43").ok();
    }

    @Test
    void thePolicyTellsAllThatIsMissing() {
        admin.call(
                        "UpdateAccountPasswordPolicy",
                        "MinimumPasswordLength",
                        "12",
                        "RequireSymbols",
                        "true",
                        "RequireNumbers",
                        "true",
                        "RequireUppercaseCharacters",
                        "true",
                        "RequireLowercaseCharacters",
                        "true")
                .ok();
        create("admin", "é")
                .refused(
                        400,
                        "PasswordPolicyViolation",
                        "Password should have a minimum length of 12, Password should have at least"
                                + " one uppercase letter, Password should have at least one"
                                + " lowercase letter, Password should have at least one number,"
                                + " Password should have at least one symbol");
        create("admin", GOOD).ok();
        admin.call("UpdateAccountPasswordPolicy").ok();
        admin.call("UpdateLoginProfile", "UserName", "admin", "Password", "simple").ok();
    }

    @Test
    void theHashIsSealedAndThePasswordNowhere() {
        create("admin", GOOD).ok();
        String form = EntityForm.write(profile("admin"));
        assertThat(form).doesNotContain(GOOD);
        assertThat(profile("admin").toString()).doesNotContain(GOOD).contains("Sealed[");
        world.user(TRUSTING, "bob");
        create("bob", GOOD).ok();
        PasswordHashes hashes = new PasswordHashes(world.keyring(), new java.util.Random(1));
        LoginProfile bob = profile("bob");
        assertThat(hashes.beside(bob, GOOD).is(bob.userId(), bob.password())).isTrue();
        assertThat(hashes.beside(bob, GOOD + "x").is(bob.userId(), bob.password())).isFalse();
        assertThat(hashes.beside(bob, GOOD).is(bob.userId(), profile("admin").password()))
                .as("the same password of another user")
                .isFalse();
    }

    @Test
    void usersChangeTheirOwnWhereThePolicyLetsThem() {
        Client bob = world.user(TRUSTING, "bob");
        create("bob", GOOD).ok();
        change(bob, GOOD, "another-Horse-2").refused("AccessDenied");
        bob.call("GetAccountPasswordPolicy").refused("AccessDenied");
        admin.call("UpdateAccountPasswordPolicy", "AllowUsersToChangePassword", "true").ok();
        assertThat(bob.call("GetAccountPasswordPolicy").ok().text("MinimumPasswordLength"))
                .isEqualTo("6");
        change(bob, "wrong", "another-Horse-2")
                .refused(403, "AccessDenied", "The old password was incorrect.");
        change(bob, GOOD, "another-Horse-2").ok();
        change(bob, GOOD, "third-Horse-3").refused("AccessDenied");
        bob.call("GetLoginProfile").refused("AccessDenied");
        bob.call("ListUsers").refused("AccessDenied");
    }

    @Test
    void whatDeniesStillDenies() {
        Client bob =
                world.userWith(
                        TRUSTING,
                        "bob",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":"
                                + "\"iam:ChangePassword\",\"Resource\":\"*\"}}");
        create("bob", GOOD).ok();
        admin.call("UpdateAccountPasswordPolicy", "AllowUsersToChangePassword", "true").ok();
        change(bob, GOOD, "another-Horse-2").refused("AccessDenied");
        bob.call("GetAccountPasswordPolicy").ok();
    }

    @Test
    void onlyUsersHavePasswords() {
        change(world.root(TRUSTING), GOOD, GOOD)
                .refused(400, "InvalidUserType", "Only IAM Users can change their own password");
        Client session = world.client(admin.call("GetSessionToken").ok());
        change(session, GOOD, GOOD).refused("InvalidClientTokenId");
    }

    @Test
    void passwordsDoNotComeBackTooSoon() {
        admin.call("UpdateAccountPasswordPolicy", "PasswordReusePrevention", "2").ok();
        create("admin", "first-1").ok();
        change(admin, "first-1", "first-1")
                .refused(
                        400,
                        "PasswordPolicyViolation",
                        "Password should not be one of the last 2 passwords");
        change(admin, "first-1", "second-2").ok();
        change(admin, "second-2", "first-1").refused("PasswordPolicyViolation");
        change(admin, "second-2", "third-3").ok();
        change(admin, "third-3", "second-2").refused("PasswordPolicyViolation");
        change(admin, "third-3", "first-1").ok();
        for (int i = 0; i < 30; i++) {
            admin.call("UpdateLoginProfile", "UserName", "admin", "Password", "number-" + i).ok();
        }
        assertThat(profile("admin").earlier()).as("as many as any policy asks for").hasSize(24);
    }

    @Test
    void aResetIsRequiredUntilThePasswordIsChanged() {
        admin.call(
                        "CreateLoginProfile",
                        "UserName",
                        "admin",
                        "Password",
                        GOOD,
                        "PasswordResetRequired",
                        "true")
                .ok();
        assertThat(admin.call("GetLoginProfile").ok().text("PasswordResetRequired"))
                .isEqualTo("true");
        world.pass(Duration.ofHours(1));
        change(admin, GOOD, "another-Horse-2").ok();
        Answer got = admin.call("GetLoginProfile", "UserName", "admin").ok();
        assertThat(got.text("PasswordResetRequired")).isEqualTo("false");
        assertThat(got.text("CreateDate")).isEqualTo("2026-01-15T12:00:00Z");
        admin.call("UpdateLoginProfile", "UserName", "admin", "PasswordResetRequired", "true").ok();
        assertThat(admin.call("GetLoginProfile").ok().text("PasswordResetRequired"))
                .isEqualTo("true");
    }

    @Test
    void anExpiredPasswordCanStillBeChangedByTheApi() {
        admin.call("UpdateAccountPasswordPolicy", "MaxPasswordAge", "1", "HardExpiry", "true").ok();
        create("admin", GOOD).ok();
        world.pass(Duration.ofDays(3));
        change(admin, GOOD, "another-Horse-2").ok();
    }

    @Test
    void thePolicyFallsBackWhollyAndLeavesOutWhatIsOff() {
        admin.call("UpdateAccountPasswordPolicy", "MaxPasswordAge", "90", "RequireSymbols", "true")
                .ok();
        Answer set = admin.call("GetAccountPasswordPolicy").ok();
        assertThat(set.text("ExpirePasswords")).isEqualTo("true");
        admin.call("UpdateAccountPasswordPolicy", "PasswordReusePrevention", "3").ok();
        Answer replaced = admin.call("GetAccountPasswordPolicy").ok();
        assertThat(replaced.text("RequireSymbols")).isEqualTo("false");
        assertThat(replaced.text("ExpirePasswords")).isEqualTo("false");
        assertThat(replaced.has("MaxPasswordAge")).isFalse();
        assertThat(replaced.text("PasswordReusePrevention")).isEqualTo("3");
        admin.call("UpdateAccountPasswordPolicy", "PasswordReusePrevention", "0")
                .refused("ValidationError");
    }

    @Test
    void aUserWithAPasswordStays() {
        admin.call("CreateUser", "UserName", "bob").ok();
        create("bob", GOOD).ok();
        create("bob", GOOD)
                .refused(409, "EntityAlreadyExists", "Login Profile for user bob already exists.");
        admin.call("DeleteUser", "UserName", "bob")
                .refused(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must delete login profile first.");
        admin.call("UpdateUser", "UserName", "bob", "NewUserName", "rob").ok();
        assertThat(admin.call("GetLoginProfile", "UserName", "rob").ok().text("UserName"))
                .isEqualTo("rob");
        admin.call("DeleteLoginProfile", "UserName", "rob").ok();
        admin.call("DeleteUser", "UserName", "rob").ok();
    }
}
