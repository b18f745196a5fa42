package dev.understudy.iam.samlproviders;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

/** Lists the SAML providers. */
final class ListSAMLProviders
        implements ReadOperation<ListSamlProvidersRequest, ListSamlProvidersResponse> {
    @Override
    public Access access(ListSamlProvidersRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:ListSAMLProviders", "*", call.accountId()));
    }

    @Override
    public ListSamlProvidersResponse execute(ListSamlProvidersRequest input, AuthorizedCall call) {
        return ListSamlProvidersResponse.builder()
                .samlProviderList(
                        call.account().samlProviders().stream()
                                .map(provider ->
                                        SAMLProviderListEntry.builder()
                                                .arn(provider.arn(call.account()))
                                                .validUntil(provider.validUntil())
                                                .createDate(provider.createDate())
                                                .build())
                                .toList())
                .build();
    }
}
