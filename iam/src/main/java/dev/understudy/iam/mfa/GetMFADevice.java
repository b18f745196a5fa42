package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceResponse;

import java.util.Objects;

/**
 * Tells of a user's device. Certifications are told of no device: the vendor's list is not known.
 */
final class GetMFADevice implements ReadOperation<GetMfaDeviceRequest, GetMfaDeviceResponse> {
    @Override
    public Access access(GetMfaDeviceRequest input, AuthenticatedCall call) {
        return Access.permission(CredentialOwner.check("iam:GetMFADevice", input.userName(), call));
    }

    @Override
    public GetMfaDeviceResponse execute(GetMfaDeviceRequest input, AuthorizedCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        MfaDevice device = MfaDevices.get(ownerId, input.serialNumber(), call);
        return GetMfaDeviceResponse.builder()
                .userName(CredentialOwner.name(call.account(), ownerId))
                .serialNumber(device.serialNumber())
                .enableDate(Objects.requireNonNull(device.assignment()).enableDate())
                .build();
    }
}
