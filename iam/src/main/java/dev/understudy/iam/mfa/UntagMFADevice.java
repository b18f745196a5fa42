package dev.understudy.iam.mfa;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceResponse;

/** Removes tags from a virtual device. */
final class UntagMFADevice
        implements WriteOperation<UntagMfaDeviceRequest, UntagMfaDeviceResponse> {
    @Override
    public Access access(UntagMfaDeviceRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagMFADevice",
                MfaDevices.FAMILY,
                input.serialNumber(),
                input.tagKeys(),
                call);
    }

    @Override
    public UntagMfaDeviceResponse execute(UntagMfaDeviceRequest input, WritingCall call) {
        Tagging.untag(MfaDevices.FAMILY, input.serialNumber(), input.tagKeys(), false, call);
        return UntagMfaDeviceResponse.builder().build();
    }
}
