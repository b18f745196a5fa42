package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The codes are none of the device's, or do not follow each other. */
public final class InvalidAuthenticationCode {
    private InvalidAuthenticationCode() {}

    public static AwsError notValid() {
        return error("Authentication code for device is not valid.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_AUTHENTICATION_CODE, message);
    }
}
