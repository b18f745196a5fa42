package dev.understudy.iam.accesskeys;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Keyring;
import dev.understudy.iam.errors.NoSuchEntity;
import dev.understudy.iam.users.Users;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Operation;
import dev.understudy.policy.Principal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The door of this folder: the operations of access keys. */
public final class AccessKeys {
    private AccessKeys() {}

    /** The operations; secrets are sealed with the keyring. */
    public static List<Operation<?, ?>> operations(Keyring keyring) {
        return List.of(
                new CreateAccessKey(keyring),
                new DeleteAccessKey(),
                new GetAccessKeyLastUsed(),
                new ListAccessKeys(),
                new UpdateAccessKey());
    }

    /**
     * A check of an action on the user whose keys are meant, or on the root user that means its
     * own.
     */
    static Check check(String action, @Nullable String userName, AuthenticatedCall call) {
        return isRootItself(userName, call)
                ? Check.of(action, call.caller().arn(), call.accountId())
                : Users.FAMILY.check(action, Users.nameOrCaller(userName, call), call);
    }

    /** The unique id that the meant keys belong to. */
    static String ownerId(@Nullable String userName, AuthenticatedCall call) {
        return isRootItself(userName, call)
                ? call.accountId().digits()
                : Users.FAMILY.get(call.account(), Users.nameOrCaller(userName, call)).id();
    }

    /** The key of this id that belongs to the owner, or NoSuchEntity. */
    static AccessKey get(String ownerId, String keyId, AuthenticatedCall call) {
        AccessKey key = call.account().accessKey(keyId);
        if (key == null || !key.userId().equals(ownerId)) {
            throw NoSuchEntity.accessKey(keyId);
        }
        return key;
    }

    private static boolean isRootItself(@Nullable String userName, AuthenticatedCall call) {
        return userName == null && call.caller().principal() instanceof Principal.RootUser;
    }
}
