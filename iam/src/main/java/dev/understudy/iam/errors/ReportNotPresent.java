package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** There is no credential report. */
public final class ReportNotPresent {
    private ReportNotPresent() {}

    public static AwsError credentialReport() {
        return error("Credential report not present.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.REPORT_NOT_PRESENT, message);
    }
}
