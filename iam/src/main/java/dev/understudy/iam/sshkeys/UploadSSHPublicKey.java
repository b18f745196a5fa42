package dev.understudy.iam.sshkeys;

import dev.understudy.directory.AccessKeyStatus;
import dev.understudy.directory.SshPublicKey;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.DuplicateSSHPublicKey;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyResponse;

import java.util.Collection;

/** Gives a user an SSH public key. */
final class UploadSSHPublicKey
        implements WriteOperation<UploadSshPublicKeyRequest, UploadSshPublicKeyResponse> {

    @Override
    public Access access(UploadSshPublicKeyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:UploadSSHPublicKey", input.userName(), call));
    }

    @Override
    public UploadSshPublicKeyResponse execute(UploadSshPublicKeyRequest input, WritingCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        RsaKey parsed = RsaKey.parse(input.sshPublicKeyBody());
        Collection<SshPublicKey> present = call.account().credentials().sshPublicKeysOf(user.id());
        String fingerprint = parsed.fingerprint();
        if (present.stream().anyMatch(key -> key.fingerprint().equals(fingerprint))) {
            throw DuplicateSSHPublicKey.of(user.name());
        }
        Limits.require(Quota.SSH_PUBLIC_KEYS_PER_USER, present.size() + 1, call);
        SshPublicKey key =
                new SshPublicKey(
                        call.newId("APKA"),
                        user.id(),
                        input.sshPublicKeyBody(),
                        fingerprint,
                        AccessKeyStatus.ACTIVE,
                        call.now());
        call.put(key);
        return UploadSshPublicKeyResponse.builder()
                .sshPublicKey(GetSSHPublicKey.describe(user.name(), key, key.body()))
                .build();
    }
}
