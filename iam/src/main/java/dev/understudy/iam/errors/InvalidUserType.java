package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The operation is for IAM users only. */
public final class InvalidUserType {
    private InvalidUserType() {}

    public static AwsError notAnIamUser() {
        return error("Only IAM Users can change their own password");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_USER_TYPE, message);
    }
}
