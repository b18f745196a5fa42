package dev.understudy.iam.sshkeys;

import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyResponse;

/** Deletes an SSH public key. */
final class DeleteSSHPublicKey
        implements WriteOperation<DeleteSshPublicKeyRequest, DeleteSshPublicKeyResponse> {
    @Override
    public Access access(DeleteSshPublicKeyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:DeleteSSHPublicKey", input.userName(), call));
    }

    @Override
    public DeleteSshPublicKeyResponse execute(DeleteSshPublicKeyRequest input, WritingCall call) {
        call.remove(SshKeys.get(input.userName(), input.sshPublicKeyId(), call).key());
        return DeleteSshPublicKeyResponse.builder().build();
    }
}
