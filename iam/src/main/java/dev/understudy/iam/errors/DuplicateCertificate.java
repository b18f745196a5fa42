package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The certificate is already some user's. */
public final class DuplicateCertificate {
    private DuplicateCertificate() {}

    public static AwsError signingCertificate() {
        return error("The certificate is already associated with an IAM user in the account.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.DUPLICATE_CERTIFICATE, message);
    }
}
