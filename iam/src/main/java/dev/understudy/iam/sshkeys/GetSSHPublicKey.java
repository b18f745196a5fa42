package dev.understudy.iam.sshkeys;

import dev.understudy.directory.SshPublicKey;
import dev.understudy.directory.User;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;

/** Tells an SSH public key in the encoding asked for. */
final class GetSSHPublicKey
        implements ReadOperation<GetSshPublicKeyRequest, GetSshPublicKeyResponse> {
    @Override
    public Access access(GetSshPublicKeyRequest input, AuthenticatedCall call) {
        return Access.permission(Users.FAMILY.check("iam:GetSSHPublicKey", input.userName(), call));
    }

    @Override
    public GetSshPublicKeyResponse execute(GetSshPublicKeyRequest input, AuthorizedCall call) {
        SshPublicKey key = SshKeys.get(input.userName(), input.sshPublicKeyId(), call);
        RsaKey parsed = RsaKey.parse(key.body());
        boolean pem = input.encodingAsString().equals("PEM");
        User user = Users.FAMILY.get(call.account(), input.userName());
        return GetSshPublicKeyResponse.builder()
                .sshPublicKey(describe(user.name(), key, pem ? parsed.pem() : parsed.ssh()))
                .build();
    }

    /** A key as answers tell it, with this body. */
    static SSHPublicKey describe(String userName, SshPublicKey key, String body) {
        return SSHPublicKey.builder()
                .userName(userName)
                .sshPublicKeyId(key.id())
                .fingerprint(key.fingerprint())
                .sshPublicKeyBody(body)
                .status(key.status().wire())
                .uploadDate(key.uploadDate())
                .build();
    }
}
