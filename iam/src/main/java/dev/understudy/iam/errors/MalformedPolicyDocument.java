package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A policy that cannot be saved. */
public final class MalformedPolicyDocument {
    private MalformedPolicyDocument() {}

    /** With the reader's text, which is AWS's. */
    public static AwsError because(String message) {
        return error(message);
    }

    /**
     * A principal that does not exist; the type as AWS prints it, {@code AWS} or {@code SERVICE}.
     */
    public static AwsError principal(String type, String value) {
        return error("Invalid principal in policy: \"" + type + "\":\"" + value + "\"");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.MALFORMED_POLICY_DOCUMENT, message);
    }
}
