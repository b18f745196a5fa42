package dev.understudy.iam.sshkeys;

import dev.understudy.directory.SshPublicKey;
import dev.understudy.directory.User;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of SSH public keys. */
public final class SshKeys {
    private SshKeys() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations() {
        return List.of(
                new DeleteSSHPublicKey(),
                new GetSSHPublicKey(),
                new ListSSHPublicKeys(),
                new UpdateSSHPublicKey(),
                new UploadSSHPublicKey());
    }

    /** The user's key of this id, or NoSuchEntity. */
    static SshPublicKey get(String userName, String id, AuthenticatedCall call) {
        User user = Users.FAMILY.get(call.account(), userName);
        SshPublicKey key = call.account().credentials().sshPublicKey(id);
        if (key == null || !key.userId().equals(user.id())) {
            throw NoSuchEntity.sshPublicKey(id);
        }
        return key;
    }
}
