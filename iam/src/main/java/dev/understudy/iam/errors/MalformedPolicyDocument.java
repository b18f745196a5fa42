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

    /**
     * A trust policy that takes tokens of a shared issuer, whosoever they are. That AWS refuses it
     * is documented, with what text is not: this is ours.
     */
    public static AwsError sharedIssuer(String url, String key) {
        return error(
                "Tokens of "
                        + url
                        + " are issued to many organizations: the trust policy must evaluate "
                        + key
                        + ", and not by wildcards alone");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.MALFORMED_POLICY_DOCUMENT, message);
    }
}
