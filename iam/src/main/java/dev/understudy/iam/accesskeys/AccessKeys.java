package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Keyring;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.LastUse;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder: the operations of access keys. */
public final class AccessKeys {
    private AccessKeys() {}

    /** The operations; secrets are sealed with the keyring. */
    public static List<Operation<?, ?>> operations(Keyring keyring, LastUse lastUse) {
        return List.of(
                new CreateAccessKey(keyring),
                new DeleteAccessKey(),
                new GetAccessKeyLastUsed(lastUse),
                new ListAccessKeys(),
                new UpdateAccessKey());
    }

    /** The key of this id that belongs to the owner, or NoSuchEntity. */
    static AccessKey get(String ownerId, String keyId, AuthenticatedCall call) {
        AccessKey key = call.account().accessKey(keyId);
        if (key == null || !key.userId().equals(ownerId)) {
            throw NoSuchEntity.accessKey(keyId);
        }
        return key;
    }
}
