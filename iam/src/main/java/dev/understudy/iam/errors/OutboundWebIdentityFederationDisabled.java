package dev.understudy.iam.errors;

import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;

/** The account issues no tokens. The text is from the documentation of the error. */
public final class OutboundWebIdentityFederationDisabled {
    private OutboundWebIdentityFederationDisabled() {}

    public static AwsError account() {
        return new AwsError(
                ErrorCode.OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED,
                "The outbound web identity federation feature is not enabled for this account. To"
                        + " use this feature, you must first enable it through the AWS Management"
                        + " Console or API.");
    }
}
