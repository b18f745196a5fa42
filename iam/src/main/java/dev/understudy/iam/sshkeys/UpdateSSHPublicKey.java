package dev.understudy.iam.sshkeys;

import dev.understudy.directory.SshPublicKey;
import dev.understudy.iam.patterns.Statuses;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyResponse;

/** Makes an SSH public key usable, or not. */
final class UpdateSSHPublicKey
        implements WriteOperation<UpdateSshPublicKeyRequest, UpdateSshPublicKeyResponse> {
    @Override
    public Access access(UpdateSshPublicKeyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:UpdateSSHPublicKey", input.userName(), call));
    }

    @Override
    public UpdateSshPublicKeyResponse execute(UpdateSshPublicKeyRequest input, WritingCall call) {
        SshPublicKey key = SshKeys.get(input.userName(), input.sshPublicKeyId(), call);
        call.put(key.withStatus(Statuses.settable(input.statusAsString())));
        return UpdateSshPublicKeyResponse.builder().build();
    }
}
