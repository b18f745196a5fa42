package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A certificate that cannot be used. */
public final class InvalidCertificate {
    private InvalidCertificate() {}

    public static AwsError outOfTime() {
        return error("The certificate is not valid at this time.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_CERTIFICATE, message);
    }
}
