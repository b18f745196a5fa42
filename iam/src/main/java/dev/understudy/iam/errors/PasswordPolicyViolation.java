package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The password is not what the account's policy demands. */
public final class PasswordPolicyViolation {
    private PasswordPolicyViolation() {}

    /** With AWS's text. */
    public static AwsError because(String message) {
        return error(message);
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.PASSWORD_POLICY_VIOLATION, message);
    }
}
