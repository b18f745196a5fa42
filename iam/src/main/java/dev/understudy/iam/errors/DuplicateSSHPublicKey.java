package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The user has the key already. */
public final class DuplicateSSHPublicKey {
    private DuplicateSSHPublicKey() {}

    public static AwsError of(String userName) {
        return error(
                "The SSH public key is already associated with the user with name "
                        + userName
                        + ".");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.DUPLICATE_SSH_PUBLIC_KEY, message);
    }
}
