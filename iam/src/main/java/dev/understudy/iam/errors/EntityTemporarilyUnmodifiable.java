package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** Something was deleted and made again while the request was under way; the text is ours. */
public final class EntityTemporarilyUnmodifiable {
    private EntityTemporarilyUnmodifiable() {}

    public static AwsError loginProfile(String userName) {
        return new AwsError(
                ErrorCode.ENTITY_TEMPORARILY_UNMODIFIABLE,
                "Login Profile for User "
                        + userName
                        + " cannot be modified while it is being created. Please try again.");
    }
}
