package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A value that has the right form but cannot be. */
public final class InvalidInput {
    private InvalidInput() {}

    /** With AWS's text. */
    public static AwsError because(String message) {
        return error(message);
    }

    public static AwsError duplicateTagKeys(boolean ignoringCase) {
        return error(
                ignoringCase
                        ? "Duplicate tag keys found. Please note that Tag keys are case"
                                + " insensitive."
                        : "Duplicate tag keys found.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_INPUT, message);
    }
}
