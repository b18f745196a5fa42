package dev.understudy.iam.accesskeys;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;

/** Deletes an access key. From then on it opens nothing. */
final class DeleteAccessKey
        implements WriteOperation<DeleteAccessKeyRequest, DeleteAccessKeyResponse> {

    @Override
    public Access access(DeleteAccessKeyRequest input, AuthenticatedCall call) {
        return Access.permission(AccessKeys.check("iam:DeleteAccessKey", input.userName(), call));
    }

    @Override
    public DeleteAccessKeyResponse execute(DeleteAccessKeyRequest input, WritingCall call) {
        call.remove(
                AccessKeys.get(
                                AccessKeys.ownerId(input.userName(), call),
                                input.accessKeyId(),
                                call)
                        .key());
        return DeleteAccessKeyResponse.builder().build();
    }
}
