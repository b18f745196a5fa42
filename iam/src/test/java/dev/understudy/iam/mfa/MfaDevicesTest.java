package dev.understudy.iam.mfa;

import static dev.understudy.iam.World.TRUSTED;
import static dev.understudy.iam.World.TRUSTING;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import dev.understudy.iam.Answer;
import dev.understudy.iam.Client;
import dev.understudy.iam.Pages;
import dev.understudy.iam.VirtualDevice;
import dev.understudy.iam.World;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import javax.imageio.ImageIO;

/** Virtual devices from their making to their end, and records of other devices. */
class MfaDevicesTest {
    private static final String SERIAL = "arn:aws:iam::111122223333:mfa/phone";
    private static final String ALREADY_USED = "Authentication code for device is not valid.";

    private final World world = new World();
    private final Client admin = world.admin(TRUSTING);

    @AfterEach
    void close() {
        world.close();
    }

    private VirtualDevice device() {
        return device(admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone").ok());
    }

    private static VirtualDevice device(Answer made) {
        return new VirtualDevice(base32(made));
    }

    private static String base32(Answer made) {
        byte[] text = Base64.getDecoder().decode(made.text("Base32StringSeed"));
        return new String(text, StandardCharsets.US_ASCII);
    }

    private Answer enable(String user, String serial, String first, String second) {
        return admin.call(
                "EnableMFADevice",
                "UserName",
                user,
                "SerialNumber",
                serial,
                "AuthenticationCode1",
                first,
                "AuthenticationCode2",
                second);
    }

    private Answer enable(VirtualDevice device, int firstStep) {
        return enable(
                "admin",
                SERIAL,
                device.code(world.instant(), firstStep),
                device.code(world.instant(), firstStep + 1));
    }

    @Test
    void theSeedIsToldOnceAsTextAndAsPicture() throws Exception {
        Answer made =
                admin.call(
                        "CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", "/p/");
        String seed = base32(made.ok());
        assertThat(seed).matches("[A-Z2-7]{64}");
        assertThat(made.text("SerialNumber")).isEqualTo("arn:aws:iam::111122223333:mfa/p/phone");
        assertThat(qrCode(made)).isEqualTo("otpauth://totp/phone@111122223333?secret=" + seed);
        assertThat(admin.call("ListVirtualMFADevices").ok().has("Base32StringSeed")).isFalse();
        assertThat(world.account(TRUSTING).credentials().mfaDevices().toString())
                .doesNotContain(seed);
    }

    private static String qrCode(Answer made) throws Exception {
        byte[] png = Base64.getDecoder().decode(made.text("QRCodePNG"));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }

    @Test
    void twoCodesThatFollowEachOtherEnable() {
        VirtualDevice device = device();
        String now = device.code(world.instant(), 0);
        String next = device.code(world.instant(), 1);
        enable("admin", SERIAL, next, now).refused(403, "InvalidAuthenticationCode", ALREADY_USED);
        enable("admin", SERIAL, now, now).refused(403, "InvalidAuthenticationCode", ALREADY_USED);
        enable("admin", SERIAL, device.code(world.instant(), -1), next)
                .refused(403, "InvalidAuthenticationCode", ALREADY_USED);
        assertThat(admin.call("ListMFADevices", "UserName", "admin").ok().has("SerialNumber"))
                .as("a refusal changes nothing")
                .isFalse();
        enable("admin", SERIAL, now, next).ok();
        enable(device, 0).refused(409, "EntityAlreadyExists", "MFA Device is already in use.");
        Answer got = admin.call("GetMFADevice", "SerialNumber", SERIAL).ok();
        assertThat(got.text("EnableDate")).isEqualTo("2026-01-15T12:00:00Z");
        assertThat(got.text("UserName")).isEqualTo("admin");
    }

    @Test
    void codesOfAnotherTimeDoNotEnable() {
        VirtualDevice device = device();
        enable(device, -40).refused("InvalidAuthenticationCode");
        enable(device, 40).refused("InvalidAuthenticationCode");
        enable(device, -10).ok();
    }

    @Test
    void aDeviceWhoseClockRanAwayIsSynchronised() {
        VirtualDevice device = device();
        enable(device, -1).ok();
        world.pass(Duration.ofHours(1));
        String[] session = {"SerialNumber", SERIAL, "TokenCode", device.code(world.instant(), -8)};
        admin.call("GetSessionToken", session).refused("AccessDenied");
        Answer resynced =
                admin.call(
                        "ResyncMFADevice",
                        "UserName",
                        "admin",
                        "SerialNumber",
                        SERIAL,
                        "AuthenticationCode1",
                        device.code(world.instant(), -9),
                        "AuthenticationCode2",
                        device.code(world.instant(), -8));
        resynced.ok();
        admin.call("GetSessionToken", session)
                .refused(
                        403,
                        "AccessDenied",
                        "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        world.pass(Duration.ofSeconds(30));
        admin.call(
                        "GetSessionToken",
                        "SerialNumber",
                        SERIAL,
                        "TokenCode",
                        device.code(world.instant(), -8))
                .ok();
    }

    @Test
    void slowFingersAreNoDrift() {
        VirtualDevice device = device();
        enable(device, -6).ok();
        String[] session = {"SerialNumber", SERIAL, "TokenCode", device.code(world.instant(), -3)};
        admin.call("GetSessionToken", session).refused("AccessDenied");
        session[3] = device.code(world.instant(), 0);
        admin.call("GetSessionToken", session).ok();
    }

    @Test
    void deactivatedVirtualDevicesStayAndRecordsGo() {
        VirtualDevice device = device();
        enable(device, 0).ok();
        String key = "arn:aws:iam::111122223333:u2f/user/admin/key-ABCDEFGH";
        enable("admin", "GAHT12345678", "111111", "222222").ok();
        enable("admin", key, "111111", "222222").ok();
        assertThat(new Pages(admin, "ListMFADevices").oneByOne("SerialNumber", () -> {}))
                .containsExactlyInAnyOrder(SERIAL, "GAHT12345678", key);
        admin.call("DeleteVirtualMFADevice", "SerialNumber", SERIAL)
                .refused(409, "DeleteConflict", "MFA VirtualDevice in use. Must deactivate first.");
        for (String serial : new String[] {SERIAL, "GAHT12345678", key}) {
            admin.call("DeactivateMFADevice", "SerialNumber", serial).ok();
            admin.call("DeactivateMFADevice", "SerialNumber", serial)
                    .refused(
                            404,
                            "NoSuchEntity",
                            "MFA Device with serial number " + serial + " does not exist.");
        }
        assertThat(admin.call("ListVirtualMFADevices", "AssignmentStatus", "Unassigned").ok())
                .satisfies(list -> assertThat(list.texts("SerialNumber")).containsExactly(SERIAL));
        assertThat(admin.call("ListVirtualMFADevices", "AssignmentStatus", "Assigned").ok())
                .satisfies(list -> assertThat(list.texts("SerialNumber")).isEmpty());
        admin.call("DeleteVirtualMFADevice", "SerialNumber", SERIAL).ok();
        admin.call("DeleteVirtualMFADevice", "SerialNumber", SERIAL)
                .refused(
                        404,
                        "NoSuchEntity",
                        "VirtualMFADevice with serial number " + SERIAL + " doesn't exist.");
    }

    @Test
    void recordsProveNothing() {
        enable("admin", "GAHT12345678", "111111", "222222").ok();
        for (String code : new String[] {"111111", "222222", "000000"}) {
            admin.call("GetSessionToken", "SerialNumber", "GAHT12345678", "TokenCode", code)
                    .refused("AccessDenied");
        }
    }

    @Test
    void anothersSecurityKeyAndUnknownArnsAreNobodys() {
        for (String serial :
                new String[] {
                    "arn:aws:iam::111122223333:u2f/user/bob/key-ABCDEFGH",
                    "arn:aws:iam::444455556666:u2f/user/admin/key-ABCDEFGH",
                    "arn:aws:iam::111122223333:mfa/nothing",
                    "arn:aws:iam::111122223333:sms-mfa/phone"
                }) {
            enable("admin", serial, "111111", "222222").refused("NoSuchEntity");
        }
    }

    @Test
    void eightDevicesAreTheMost() {
        for (int i = 0; i < 8; i++) {
            enable("admin", "GAHT1234567" + i, "111111", "222222").ok();
        }
        enable("admin", "GAHT12345679", "111111", "222222")
                .refused(409, "LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
    }

    @Test
    void securityKeysAreAConditionKey() {
        Client only =
                world.userWith(
                        TRUSTING,
                        "only",
                        """
                        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:EnableMFADevice",
                        "Resource":"*","Condition":{"StringEquals":{"iam:RegisterSecurityKey":"Activate"}}}}\
                        """);
        String[] call = {
            "UserName",
            "only",
            "SerialNumber",
            "",
            "AuthenticationCode1",
            "111111",
            "AuthenticationCode2",
            "222222"
        };
        call[3] = "GAHT12345678";
        only.call("EnableMFADevice", call).refused("AccessDenied");
        call[3] = "arn:aws:iam::111122223333:u2f/user/only/key-1";
        only.call("EnableMFADevice", call).ok();
    }

    @Test
    void namesTakenTooLongOrStrange() {
        device();
        admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone")
                .refused(409, "EntityAlreadyExists", "MFA device already exists.");
        admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", "/x/").ok();
        admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "p".repeat(3000))
                .refused("ValidationError");
        admin.call("CreateVirtualMFADevice", "VirtualMFADeviceName", "a b")
                .refused("ValidationError");
    }

    @Test
    void anotherAccountsDeviceDoesNotExist() {
        device();
        Client other = world.admin(TRUSTED);
        other.call("DeleteVirtualMFADevice", "SerialNumber", SERIAL).refused("NoSuchEntity");
        other.call("ListMFADeviceTags", "SerialNumber", SERIAL).refused("NoSuchEntity");
    }

    @Test
    void tagsKeepTheirCase() {
        device();
        String[] tags = {
            "SerialNumber",
            SERIAL,
            "Tags.member.1.Key",
            "a",
            "Tags.member.1.Value",
            "1",
            "Tags.member.2.Key",
            "A",
            "Tags.member.2.Value",
            "2"
        };
        admin.call("TagMFADevice", tags).ok();
        assertThat(admin.call("ListMFADeviceTags", "SerialNumber", SERIAL).ok().texts("Key"))
                .containsExactly("A", "a");
        admin.call("UntagMFADevice", "SerialNumber", SERIAL, "TagKeys.member.1", "a").ok();
        assertThat(admin.call("ListMFADeviceTags", "SerialNumber", SERIAL).ok().texts("Key"))
                .containsExactly("A");
    }

    @Test
    void aUserWithADeviceStays() {
        VirtualDevice device = device();
        world.user(TRUSTING, "bob");
        admin.call("ListAccessKeys", "UserName", "bob")
                .texts("AccessKeyId")
                .forEach(id ->
                        admin.call("DeleteAccessKey", "UserName", "bob", "AccessKeyId", id).ok());
        enable("bob", SERIAL, device.code(world.instant(), 0), device.code(world.instant(), 1))
                .ok();
        admin.call("DeleteUser", "UserName", "bob")
                .refused(
                        409,
                        "DeleteConflict",
                        "Cannot delete entity, must delete MFA device first.");
        admin.call("DeactivateMFADevice", "UserName", "bob", "SerialNumber", SERIAL).ok();
        admin.call("DeleteUser", "UserName", "bob").ok();
    }
}
