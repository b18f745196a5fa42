package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** An exchange token is good no longer. The text is from the documentation of the error. */
public final class ExpiredTradeInToken {
    private ExpiredTradeInToken() {}

    public static AwsError token() {
        return new AwsError(
                ErrorCode.EXPIRED_TRADE_IN_TOKEN,
                "The trade-in token provided in the request has expired and can no longer be"
                        + " exchanged for credentials. Request a new token and retry the"
                        + " operation.");
    }
}
