package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.users.CredentialOwner;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;

/** Takes a device from a user. A virtual device stays, as nobody's; a record goes. */
final class DeactivateMFADevice
        implements WriteOperation<DeactivateMfaDeviceRequest, DeactivateMfaDeviceResponse> {
    @Override
    public Access access(DeactivateMfaDeviceRequest input, AuthenticatedCall call) {
        return Access.permission(
                CredentialOwner.check("iam:DeactivateMFADevice", input.userName(), call));
    }

    @Override
    public DeactivateMfaDeviceResponse execute(DeactivateMfaDeviceRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        MfaDevice device = MfaDevices.get(ownerId, input.serialNumber(), call);
        if (device.hasSeed()) {
            call.put(device.assigned(null));
        } else {
            call.remove(device.key());
        }
        return DeactivateMfaDeviceResponse.builder().build();
    }
}
