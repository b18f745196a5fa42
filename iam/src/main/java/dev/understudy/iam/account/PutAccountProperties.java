package dev.understudy.iam.account;

import dev.understudy.directory.AccountFeatures;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutAccountPropertiesRequest;
import software.amazon.awssdk.services.iam.model.PutAccountPropertiesResponse;

/** Puts properties of the account; those that are not named stay as they are. */
final class PutAccountProperties
        implements WriteOperation<PutAccountPropertiesRequest, PutAccountPropertiesResponse> {
    @Override
    public Access access(PutAccountPropertiesRequest input, AuthenticatedCall call) {
        return Access.permission(
                AccountOperations.check("iam:PutAccountProperties", call)
                        .with(
                                "iam:AccountPropertyNamespaces",
                                AccountProperties.namespaces(input.properties().keySet())));
    }

    @Override
    public PutAccountPropertiesResponse execute(
            PutAccountPropertiesRequest input, WritingCall call) {
        AccountFeatures features = AccountFeatures.of(call.account());
        call.put(
                features.withProperties(
                        AccountProperties.merged(features.properties(), input.properties())));
        return PutAccountPropertiesResponse.builder().build();
    }
}
