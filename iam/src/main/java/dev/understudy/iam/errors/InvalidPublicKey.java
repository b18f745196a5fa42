package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A public key that cannot be used. */
public final class InvalidPublicKey {
    private InvalidPublicKey() {}

    /** With our text; AWS's is not known. */
    public static AwsError because(String message) {
        return error(message);
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_PUBLIC_KEY, message);
    }
}
