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

    /** An ARN that names no user, group or role. */
    public static AwsError entityArn(String arn) {
        return error(
                "Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
    }

    /** A resource to be simulated that is neither an ARN nor a star. */
    public static AwsError resourceArn(String text) {
        return error("ResourceNames are not in a valid ARN format: " + text + ".");
    }

    /** An owner of simulated resources that is no account. */
    public static AwsError resourceOwner(String text) {
        return error("'" + text + "' is not a valid as a Resource Owner.");
    }

    /** A simulated caller that no resource policy can name, or none where one must be. */
    public static AwsError simulatedCaller() {
        return error("Invalid caller - Caller must be an IAM user in this context.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.INVALID_INPUT, message);
    }
}
