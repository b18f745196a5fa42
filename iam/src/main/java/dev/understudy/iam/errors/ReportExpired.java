package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The credential report is older than it may be. */
public final class ReportExpired {
    private ReportExpired() {}

    public static AwsError credentialReport() {
        return error("Credential report has expired.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.REPORT_EXPIRED, message);
    }
}
