package dev.understudy.operation;

import org.jspecify.annotations.Nullable;

/**
 * An error that AWS names: thrown by any step, written as XML in one place. It has no stack trace,
 * because it is an answer and not a bug. The message may hold what the caller sent, and never a
 * secret.
 */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable String decisionId;
    private final @Nullable String reason;

    /** An error with AWS's text. */
    public AwsError(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    private AwsError(
            ErrorCode code, String message, @Nullable String decisionId, @Nullable String reason) {
        super(message, null, false, false);
        this.code = code;
        this.decisionId = decisionId;
        this.reason = reason;
    }

    /** An error that says more with one of AWS's own words, as Organizations' do. */
    public static AwsError withReason(ErrorCode code, String message, String reason) {
        return new AwsError(code, message, null, reason);
    }

    /** A refusal by decision, whose explanation is kept under the given id. */
    static AwsError denied(String message, String decisionId) {
        return new AwsError(ErrorCode.ACCESS_DENIED, message, decisionId, null);
    }

    /** The code, which carries the wire name and the HTTP status. */
    public ErrorCode code() {
        return code;
    }

    /** AWS's text; empty where AWS sends none. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** The id under which the decision is explained; null where no decision was taken. */
    public @Nullable String decisionId() {
        return decisionId;
    }

    /** AWS's word for what exactly is wrong; null where the error has none. */
    public @Nullable String reason() {
        return reason;
    }
}
