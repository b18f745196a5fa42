package dev.understudy.iam.samlproviders;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a SAML provider. */
final class ListSAMLProviderTags
        implements ReadOperation<ListSamlProviderTagsRequest, ListSamlProviderTagsResponse> {
    @Override
    public Access access(ListSamlProviderTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                SamlProviders.FAMILY.check(
                        "iam:ListSAMLProviderTags", input.samlProviderArn(), call));
    }

    @Override
    public ListSamlProviderTagsResponse execute(
            ListSamlProviderTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        SamlProviders.FAMILY.get(call.account(), input.samlProviderArn()).tags(),
                        input.maxItems(),
                        input.marker());
        return ListSamlProviderTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
