package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKeyUse;
import dev.understudy.iam.users.CredentialOwner;
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
        return Access.permission(
                CredentialOwner.check("iam:DeleteAccessKey", input.userName(), call));
    }

    @Override
    public DeleteAccessKeyResponse execute(DeleteAccessKeyRequest input, WritingCall call) {
        String ownerId = CredentialOwner.id(input.userName(), call);
        call.remove(AccessKeys.get(ownerId, input.accessKeyId(), call).key());
        AccessKeyUse use = call.account().credentials().useOf(input.accessKeyId());
        if (use != null) {
            call.remove(use.key());
        }
        return DeleteAccessKeyResponse.builder().build();
    }
}
