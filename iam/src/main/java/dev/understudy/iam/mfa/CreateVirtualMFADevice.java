package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.errors.ValidationError;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import org.bouncycastle.util.encoders.Base32;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;

import java.util.Map;

/**
 * Makes a virtual device, which is nobody's until it is enabled. The answer is the only place where
 * its seed is ever told, as text and as a QR code.
 */
final class CreateVirtualMFADevice
        implements WriteOperation<CreateVirtualMfaDeviceRequest, CreateVirtualMfaDeviceResponse> {
    private static final int LONGEST_SERIAL_NUMBER = 256;

    private final MfaSeeds seeds;

    CreateVirtualMFADevice(MfaSeeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public Access access(CreateVirtualMfaDeviceRequest input, AuthenticatedCall call) {
        return Access.permission(
                Check.of("iam:CreateVirtualMFADevice", serialNumber(input, call), call.accountId())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public CreateVirtualMfaDeviceResponse execute(
            CreateVirtualMfaDeviceRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        String serialNumber = serialNumber(input, call);
        if (serialNumber.length() > LONGEST_SERIAL_NUMBER) {
            // No later request could name it.
            throw ValidationError.because(
                    "The serial number of the device must not be longer than 256 characters.");
        }
        if (call.account().credentials().mfaDevice(serialNumber) != null) {
            throw EntityAlreadyExists.virtualMfaDevice();
        }
        Limits.require(
                Quota.VIRTUAL_MFA_DEVICES_PER_ACCOUNT,
                call.account().credentials().mfaDevices().size() + 1,
                call);
        byte[] seed = MfaSeeds.fresh(call.random());
        call.put(
                new MfaDevice(
                        serialNumber, call.now(), seeds.seal(serialNumber, seed), 0, null, tags));
        return answer(
                input.virtualMFADeviceName(),
                serialNumber,
                Base32.toBase32String(seed),
                tags,
                call);
    }

    private static CreateVirtualMfaDeviceResponse answer(
            String name,
            String serialNumber,
            String base32,
            Map<String, String> tags,
            WritingCall call) {
        String uri = "otpauth://totp/" + name + "@" + call.accountId() + "?secret=" + base32;
        return CreateVirtualMfaDeviceResponse.builder()
                .virtualMFADevice(device ->
                        device.serialNumber(serialNumber)
                                .base32StringSeed(SdkBytes.fromUtf8String(base32))
                                .qrCodePNG(SdkBytes.fromByteArray(QrCode.png(uri)))
                                .tags(Tagging.listOrAbsent(tags)))
                .build();
    }

    private static String serialNumber(
            CreateVirtualMfaDeviceRequest input, AuthenticatedCall call) {
        String path = input.path() == null ? "/" : input.path();
        return MfaDevice.virtualSerialNumber(call.account(), path, input.virtualMFADeviceName());
    }
}
