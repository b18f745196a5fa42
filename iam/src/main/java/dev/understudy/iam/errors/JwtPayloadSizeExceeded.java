package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** A token would be too long. The text is from the documentation of the error. */
public final class JwtPayloadSizeExceeded {
    private JwtPayloadSizeExceeded() {}

    public static AwsError webIdentityToken() {
        return new AwsError(
                ErrorCode.JWT_PAYLOAD_SIZE_EXCEEDED,
                "The requested token payload size exceeds the maximum allowed size. Reduce the"
                        + " number of request tags included in the GetWebIdentityToken API call to"
                        + " reduce the token payload size.");
    }
}
