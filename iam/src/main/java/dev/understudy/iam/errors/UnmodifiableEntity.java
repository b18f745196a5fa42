package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** Only the service that a role is linked to may change it. */
public final class UnmodifiableEntity {
    private UnmodifiableEntity() {}

    public static AwsError serviceLinkedRole(String name) {
        return error(
                "Cannot perform the operation on the protected role '"
                        + name
                        + "' - this role is only modifiable by AWS");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.UNMODIFIABLE_ENTITY, message);
    }
}
