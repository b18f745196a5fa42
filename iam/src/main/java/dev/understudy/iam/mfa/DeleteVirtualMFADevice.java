package dev.understudy.iam.mfa;

import dev.understudy.directory.MfaDevice;
import dev.understudy.iam.errors.DeleteConflict;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;

/** Deletes a virtual device that is nobody's. */
final class DeleteVirtualMFADevice
        implements WriteOperation<DeleteVirtualMfaDeviceRequest, DeleteVirtualMfaDeviceResponse> {
    @Override
    public Access access(DeleteVirtualMfaDeviceRequest input, AuthenticatedCall call) {
        return Access.permission(
                MfaDevices.FAMILY.check("iam:DeleteVirtualMFADevice", input.serialNumber(), call));
    }

    @Override
    public DeleteVirtualMfaDeviceResponse execute(
            DeleteVirtualMfaDeviceRequest input, WritingCall call) {
        MfaDevice device = MfaDevices.FAMILY.find(call.account(), input.serialNumber());
        if (device == null) {
            throw NoSuchEntity.virtualMfaDevice(input.serialNumber());
        }
        if (device.assignment() != null) {
            throw DeleteConflict.mfaDeviceInUse();
        }
        call.remove(device.key());
        return DeleteVirtualMfaDeviceResponse.builder().build();
    }
}
