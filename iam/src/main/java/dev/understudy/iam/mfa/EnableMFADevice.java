package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.InvalidAuthenticationCode;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;

import java.util.Map;

/**
 * Assigns a device to a user who proves to hold it by two codes that follow each other. Of a
 * hardware device or security key nobody here knows the seed: it is recorded, and its codes are
 * good for nothing.
 */
final class EnableMFADevice
        implements WriteOperation<EnableMfaDeviceRequest, EnableMfaDeviceResponse> {

    private final MfaSeeds seeds;

    EnableMFADevice(MfaSeeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public Access access(EnableMfaDeviceRequest input, AuthenticatedCall call) {
        Check check = Users.FAMILY.check("iam:EnableMFADevice", input.userName(), call);
        return Access.permission(
                isSecurityKey(input.serialNumber())
                        ? check.with("iam:RegisterSecurityKey", "Activate")
                        : check);
    }

    @Override
    public EnableMfaDeviceResponse execute(EnableMfaDeviceRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        MfaDevice device = device(input.serialNumber(), user, call);
        if (device.assignment() != null) {
            throw EntityAlreadyExists.mfaDeviceInUse();
        }
        Limits.require(
                Quota.MFA_DEVICES_PER_USER,
                call.account().credentials().mfaDevicesOf(user.id()).size() + 1,
                call);
        long step = device.hasSeed() ? proven(device, input, call) : Totp.step(call.now());
        long drift = MfaSeeds.drift(step, call.now());
        call.put(
                device.usedUpTo(step)
                        .assigned(new MfaDevice.Assignment(user.id(), call.now(), drift)));
        return EnableMfaDeviceResponse.builder().build();
    }

    private long proven(MfaDevice device, EnableMfaDeviceRequest input, WritingCall call) {
        Long step =
                seeds.synchronise(
                        device,
                        input.authenticationCode1(),
                        input.authenticationCode2(),
                        call.now());
        if (step == null) {
            throw InvalidAuthenticationCode.notValid();
        }
        return step;
    }

    /** The device there is, or the record of one that comes with its serial number. */
    private static MfaDevice device(String serialNumber, User user, WritingCall call) {
        MfaDevice known = call.account().credentials().mfaDevice(serialNumber);
        if (known != null) {
            return known;
        }
        String ownKeys = MfaDevice.securityKeyPrefix(call.account(), user.name());
        boolean recorded =
                isSecurityKey(serialNumber)
                        ? serialNumber.startsWith(ownKeys)
                        : !serialNumber.startsWith("arn:");
        if (!recorded) {
            throw NoSuchEntity.mfaDevice(serialNumber);
        }
        return new MfaDevice(serialNumber, call.now(), null, 0, null, Map.of());
    }

    private static boolean isSecurityKey(String serialNumber) {
        return serialNumber.startsWith("arn:") && serialNumber.contains(":u2f/");
    }
}
