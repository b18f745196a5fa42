package dev.understudy.iam.account;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetAccountPropertiesRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPropertiesResponse;

/** Tells the properties of the account. */
final class GetAccountProperties
        implements ReadOperation<GetAccountPropertiesRequest, GetAccountPropertiesResponse> {
    @Override
    public Access access(GetAccountPropertiesRequest input, AuthenticatedCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        return Access.permission(
                AccountOperations.check("iam:GetAccountProperties", call)
                        .with(
                                "iam:AccountPropertyNamespaces",
                                AccountProperties.namespaces(features.properties().keySet())));
    }

    @Override
    public GetAccountPropertiesResponse execute(
            GetAccountPropertiesRequest input, AuthorizedCall call) {
        return GetAccountPropertiesResponse.builder()
                .properties(AccountFeatures.of(call.account()).properties())
                .build();
    }
}
