package dev.understudy.iam.account;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesResponse;

/**
 * Sets the version of the tokens that the global endpoint of STS gives; GetAccountSummary tells it.
 * Tokens of both versions are good everywhere here, because there is one endpoint and no region is
 * closed.
 */
final class SetSecurityTokenServicePreferences
        implements WriteOperation<
                SetSecurityTokenServicePreferencesRequest,
                SetSecurityTokenServicePreferencesResponse> {
    @Override
    public Access access(SetSecurityTokenServicePreferencesRequest input, AuthenticatedCall call) {
        return Access.permission(
                AccountOperations.check("iam:SetSecurityTokenServicePreferences", call));
    }

    @Override
    public SetSecurityTokenServicePreferencesResponse execute(
            SetSecurityTokenServicePreferencesRequest input, WritingCall call) {
        int version = input.globalEndpointTokenVersionAsString().equals("v2Token") ? 2 : 1;
        call.put(AccountFeatures.of(call.account()).withGlobalTokenVersion(version));
        return SetSecurityTokenServicePreferencesResponse.builder().build();
    }
}
