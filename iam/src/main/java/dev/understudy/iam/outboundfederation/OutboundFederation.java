package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder. */
public final class OutboundFederation {
    private OutboundFederation() {}

    /** The operations. */
    public static List<Operation<?, ?>> operations(IssuerKeys keys, IssuerUrls urls) {
        return List.of(
                new DisableOutboundWebIdentityFederation(),
                new EnableOutboundWebIdentityFederation(keys, urls),
                new GetOutboundWebIdentityFederationInfo(urls));
    }

    /** The features of an account that issues tokens, or the error that it does not. */
    static AccountFeatures enabled(AuthenticatedCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        if (!features.issuesTokens()) {
            throw new AwsError(
                    ErrorCode.FEATURE_DISABLED,
                    "Outbound web identity federation is not enabled for this account.");
        }
        return features;
    }
}
