package dev.understudy.iam.mfa;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceResponse;

/** Tags a virtual device. */
final class TagMFADevice implements WriteOperation<TagMfaDeviceRequest, TagMfaDeviceResponse> {
    @Override
    public Access access(TagMfaDeviceRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagMFADevice", MfaDevices.FAMILY, input.serialNumber(), input.tags(), call);
    }

    @Override
    public TagMfaDeviceResponse execute(TagMfaDeviceRequest input, WritingCall call) {
        Tagging.tag(MfaDevices.FAMILY, input.serialNumber(), input.tags(), false, call);
        return TagMfaDeviceResponse.builder().build();
    }
}
