package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.iam.patterns.Statuses;
import dev.understudy.iam.users.CredentialOwner;
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
        return Access.permission(
                CredentialOwner.check("iam:UpdateAccessKey", input.userName(), call));
    }

    @Override
    public UpdateAccessKeyResponse execute(UpdateAccessKeyRequest input, WritingCall call) {
        AccessKey key =
                AccessKeys.get(
                        CredentialOwner.id(input.userName(), call), input.accessKeyId(), call);
        call.put(key.withStatus(Statuses.settable(input.statusAsString())));
        return UpdateAccessKeyResponse.builder().build();
    }
}
