package dev.understudy.iam.oidcproviders;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** Lists the ARNs of the OpenID Connect providers. */
final class ListOpenIDConnectProviders
        implements ReadOperation<
                ListOpenIdConnectProvidersRequest, ListOpenIdConnectProvidersResponse> {

    @Override
    public Access access(ListOpenIdConnectProvidersRequest input, AuthenticatedCall call) {
        return Access.permission(Check.of("iam:ListOpenIDConnectProviders", "*", call.accountId()));
    }

    @Override
    public ListOpenIdConnectProvidersResponse execute(
            ListOpenIdConnectProvidersRequest input, AuthorizedCall call) {
        return ListOpenIdConnectProvidersResponse.builder()
                .openIDConnectProviderList(
                        call.account().oidcProviders().stream()
                                .map(provider ->
                                        OpenIDConnectProviderListEntry.builder()
                                                .arn(provider.arn(call.account()))
                                                .build())
                                .toList())
                .build();
    }
}
