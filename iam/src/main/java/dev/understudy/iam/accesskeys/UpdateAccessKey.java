package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

/** Turns an access key off or on. */
final class UpdateAccessKey
        implements WriteOperation<UpdateAccessKeyRequest, UpdateAccessKeyResponse> {

    @Override
    public Access access(UpdateAccessKeyRequest input, AuthenticatedCall call) {
        return Access.permission(AccessKeys.check("iam:UpdateAccessKey", input.userName(), call));
    }

    @Override
    public UpdateAccessKeyResponse execute(UpdateAccessKeyRequest input, WritingCall call) {
        AccessKey key =
                AccessKeys.get(
                        AccessKeys.ownerId(input.userName(), call), input.accessKeyId(), call);
        call.put(key.withStatus(status(input.statusAsString())));
        return UpdateAccessKeyResponse.builder().build();
    }

    private static AccessKeyStatus status(String wire) {
        for (AccessKeyStatus status : AccessKeyStatus.values()) {
            if (status.wire().equals(wire)) {
                return status;
            }
        }
        throw InvalidInput.because("The status " + wire + " cannot be set.");
    }
}
