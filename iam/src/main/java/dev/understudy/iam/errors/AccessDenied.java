package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** Refusals that no policy of the account has a say in. */
public final class AccessDenied {
    private AccessDenied() {}

    /** With AWS's text. */
    public static AwsError because(String message) {
        return error(message);
    }

    /** The code is not the device's, or was used before. */
    public static AwsError multiFactorCode() {
        return error("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }

    /** There is no such device, or it is somebody else's. */
    public static AwsError multiFactorDevice() {
        return error(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify"
                        + " your MFA serial number is valid and associated with this user.");
    }

    private static AwsError error(String message) {
        return new AwsError(ErrorCode.ACCESS_DENIED, message);
    }
}
