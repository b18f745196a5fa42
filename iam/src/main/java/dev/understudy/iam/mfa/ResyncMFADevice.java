package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.InvalidAuthenticationCode;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceResponse;

import java.util.Objects;

/** Takes in where a device's clock has gone to, by two codes that follow each other. */
final class ResyncMFADevice
        implements WriteOperation<ResyncMfaDeviceRequest, ResyncMfaDeviceResponse> {
    private final MfaSeeds seeds;

    ResyncMFADevice(MfaSeeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public Access access(ResyncMfaDeviceRequest input, AuthenticatedCall call) {
        return Access.permission(Users.FAMILY.check("iam:ResyncMFADevice", input.userName(), call));
    }

    @Override
    public ResyncMfaDeviceResponse execute(ResyncMfaDeviceRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        MfaDevice device = MfaDevices.get(user.id(), input.serialNumber(), call);
        MfaDevice.Assignment before = Objects.requireNonNull(device.assignment());
        Long step =
                seeds.synchronise(
                        device,
                        input.authenticationCode1(),
                        input.authenticationCode2(),
                        call.now());
        if (step == null) {
            throw InvalidAuthenticationCode.notValid();
        }
        long drift = MfaSeeds.drift(step, call.now());
        call.put(
                device.usedUpTo(step)
                        .assigned(new MfaDevice.Assignment(user.id(), before.enableDate(), drift)));
        return ResyncMfaDeviceResponse.builder().build();
    }
}
