package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A value that does not have the right form, beyond what the model can say. */
public final class ValidationError {
    private ValidationError() {}

    /** With AWS's text. */
    public static AwsError because(String message) {
        return error(message);
    }

    public static AwsError arn(String arn) {
        return error("ARN " + arn + " is not valid.");
    }

    public static AwsError userNameNeeded() {
        return error("Must specify userName when calling with non-User credentials");
    }

    public static AwsError marker() {
        return error("Invalid Marker.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.VALIDATION_ERROR, message);
    }
}
