package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/**
 * A token would outlive the session that asks for it. The text is from the documentation of the
 * error.
 */
public final class SessionDurationEscalation {
    private SessionDurationEscalation() {}

    public static AwsError webIdentityToken() {
        return new AwsError(
                ErrorCode.SESSION_DURATION_ESCALATION,
                "The requested token duration would extend the session beyond its original"
                        + " expiration time.");
    }
}
