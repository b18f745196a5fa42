package dev.understudy.sts;

import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.VirtualDevice;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What a code proves, to whom, how often, and what policies see of it. */
class MultiFactorTest {
    private static final String SERIAL = "arn:aws:iam::111122223333:mfa/phone";
    private static final String WRONG_CODE =
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private static final String WRONG_DEVICE =
            "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA"
                    + " serial number is valid and associated with this user.";
    private static final String ROLE = "arn:aws:iam::111122223333:role/guarded";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);
    private VirtualDevice device;

    @BeforeEach
    void enable() {
        Answer made = admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone").ok();
        byte[] seed = Base64.getDecoder().decode(made.text("Base32StringSeed"));
        device = new VirtualDevice(new String(seed, StandardCharsets.US_ASCII));
        admin.call(
                        "EnableMFADevice",
                        "UserName",
                        "admin",
                        "SerialNumber",
                        SERIAL,
                        "AuthenticationCode1",
                        device.code(world.instant(), 0),
                        "AuthenticationCode2",
                        device.code(world.instant(), 1))
                .ok();
        world.pass(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Answer session(String code) {
        return admin.call("GetSessionToken", "SerialNumber", SERIAL, "TokenCode", code);
    }

    private String code(int steps) {
        return device.code(world.instant(), steps);
    }

    @Test
    void aCodeOpensIamToASessionOfTheUser() {
        Client session = world.client(session(code(0)).ok());
        session.call("ListUsers").ok();
    }

    @Test
    void everyCodeIsGoodOnce() {
        String code = code(0);
        session(code).ok();
        session(code).refused(403, "AccessDenied", WRONG_CODE);
        session(code(-1)).refused(403, "AccessDenied", WRONG_CODE);
        session(code(1)).ok();
        session(code(1)).refused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void theCodesThatEnabledAreUsedUp() {
        world.pass(Duration.ofSeconds(-90));
        session(code(0)).refused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void aCodeStaysUsedUpWhoeverHasTheDevice() {
        String used = code(1);
        session(used).ok();
        admin.call("DeactivateMFADevice", "SerialNumber", SERIAL).ok();
        String[] enable = {
            "UserName",
            "admin",
            "SerialNumber",
            SERIAL,
            "AuthenticationCode1",
            code(-1),
            "AuthenticationCode2",
            code(0)
        };
        admin.call("EnableMFADevice", enable).refused("InvalidAuthenticationCode");
        enable[5] = code(1);
        enable[7] = code(2);
        admin.call("EnableMFADevice", enable).ok();
        session(used).refused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void aCodeOfAnotherTimeIsWrong() {
        session(code(2)).refused(403, "AccessDenied", WRONG_CODE);
        session(code(-2)).refused(403, "AccessDenied", WRONG_CODE);
        session(code(-1)).ok();
    }

    @Test
    void aDeviceIsItsUsersOnly() {
        Client bob = world.user(TRUSTING, "bob");
        bob.call("GetSessionToken", "SerialNumber", SERIAL, "TokenCode", code(0))
                .refused(403, "AccessDenied", WRONG_DEVICE);
        admin.call("GetSessionToken", "SerialNumber", SERIAL + "x", "TokenCode", code(0))
                .refused(403, "AccessDenied", WRONG_DEVICE);
        admin.call("GetSessionToken", "SerialNumber", SERIAL)
                .refused(403, "AccessDenied", WRONG_DEVICE);
        world.root(TRUSTING)
                .call("GetSessionToken", "SerialNumber", SERIAL, "TokenCode", code(0))
                .refused(403, "AccessDenied", WRONG_DEVICE);
        session(code(0)).ok();
    }

    @Test
    void policiesSeeThatACodeWasGivenAndHowLongAgo() {
        Client user =
                world.userWith(
                        TRUSTING,
                        "careful",
                        """
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ListUsers",
                        "Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},
                        "NumericLessThan":{"aws:MultiFactorAuthAge":"600"}}}}\
                        """);
        admin.call("DeactivateMFADevice", "SerialNumber", SERIAL).ok();
        admin.call(
                        "EnableMFADevice",
                        "UserName",
                        "careful",
                        "SerialNumber",
                        SERIAL,
                        "AuthenticationCode1",
                        code(0),
                        "AuthenticationCode2",
                        code(1))
                .ok();
        world.pass(Duration.ofMinutes(1));
        user.call("ListUsers").refused("AccessDenied");
        Client session =
                world.client(
                        user.call("GetSessionToken", "SerialNumber", SERIAL, "TokenCode", code(0))
                                .ok());
        session.call("ListUsers").ok();
        world.pass(Duration.ofMinutes(10));
        session.call("ListUsers").refused("AccessDenied");
    }

    private void role(String condition) {
        admin.call(
                        "CreateRole",
                        "RoleName",
                        "guarded",
                        "AssumeRolePolicyDocument",
                        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                                + "{\"AWS\":\"111122223333\"},\"Action\":\"sts:AssumeRole\","
                                + "\"Condition\":"
                                + condition
                                + "}}")
                .ok();
    }

    private Answer assume(Client client, String... more) {
        String[] parameters = new String[4 + more.length];
        System.arraycopy(
                new String[] {"RoleArn", ROLE, "RoleSessionName", "me"}, 0, parameters, 0, 4);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return client.call("AssumeRole", parameters);
    }

    @Test
    void aRoleMayDemandACode() {
        role("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}");
        assume(admin).refused("AccessDenied");
        String code = code(0);
        assume(admin, "SerialNumber", SERIAL, "TokenCode", "000000")
                .refused(403, "AccessDenied", WRONG_CODE);
        Client inRole = world.client(assume(admin, "SerialNumber", SERIAL, "TokenCode", code).ok());
        assertThat(inRole.call("GetCallerIdentity").ok().text("Arn")).endsWith("/guarded/me");
        assume(admin, "SerialNumber", SERIAL, "TokenCode", code)
                .refused(403, "AccessDenied", WRONG_CODE);
    }

    @Test
    void aSessionWithACodeCarriesItsProofIntoAssumeRole() {
        role("{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}");
        Client with = world.client(session(code(0)).ok());
        assume(with).ok();
        Client without = world.client(admin.call("GetSessionToken").ok());
        assume(without).refused("AccessDenied");
        assume(without, "SerialNumber", SERIAL, "TokenCode", code(1)).ok();
    }

    @Test
    void aWrongCodeIsNoWayToLearnOfARole() {
        role("{\"StringEquals\":{\"sts:ExternalId\":\"never\"}}");
        String refusal =
                "User: arn:aws:iam::111122223333:user/admin is not authorized to perform:"
                        + " sts:AssumeRole on resource: "
                        + ROLE;
        assume(admin, "SerialNumber", SERIAL, "TokenCode", "000000")
                .refused(403, "AccessDenied", refusal);
        assume(admin, "SerialNumber", SERIAL, "TokenCode", code(0))
                .refused(403, "AccessDenied", refusal);
        session(code(0)).ok();
    }

    @Test
    void aRoleSessionHasNoDevice() {
        role("{}");
        Client inRole = world.client(assume(admin).ok());
        assume(inRole, "SerialNumber", SERIAL, "TokenCode", code(0)).refused("AccessDenied");
    }
}
