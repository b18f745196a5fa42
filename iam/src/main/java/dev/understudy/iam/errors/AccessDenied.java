package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** Refusals that no policy of the account has a say in. */
public final class AccessDenied {
    private AccessDenied() {}

    /** With AWS's text. */
    public static AwsError because(String message) {
        return error(message);
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.ACCESS_DENIED, message);
    }
}
