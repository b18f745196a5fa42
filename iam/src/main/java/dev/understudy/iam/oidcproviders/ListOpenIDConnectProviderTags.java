package dev.understudy.iam.oidcproviders;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of an OpenID Connect provider. */
final class ListOpenIDConnectProviderTags
        implements ReadOperation<
                ListOpenIdConnectProviderTagsRequest, ListOpenIdConnectProviderTagsResponse> {
    @Override
    public Access access(ListOpenIdConnectProviderTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                OidcProviders.FAMILY.check(
                        "iam:ListOpenIDConnectProviderTags",
                        input.openIDConnectProviderArn(),
                        call));
    }

    @Override
    public ListOpenIdConnectProviderTagsResponse execute(
            ListOpenIdConnectProviderTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        OidcProviders.FAMILY
                                .get(call.account(), input.openIDConnectProviderArn())
                                .tags(),
                        input.maxItems(),
                        input.marker());
        return ListOpenIdConnectProviderTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
