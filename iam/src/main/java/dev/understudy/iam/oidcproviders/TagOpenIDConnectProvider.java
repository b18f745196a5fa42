package dev.understudy.iam.oidcproviders;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;

/** Tags an OpenID Connect provider. */
final class TagOpenIDConnectProvider
        implements WriteOperation<
                TagOpenIdConnectProviderRequest, TagOpenIdConnectProviderResponse> {
    @Override
    public Access access(TagOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagOpenIDConnectProvider",
                OidcProviders.FAMILY,
                input.openIDConnectProviderArn(),
                input.tags(),
                call);
    }

    @Override
    public TagOpenIdConnectProviderResponse execute(
            TagOpenIdConnectProviderRequest input, WritingCall call) {
        Tagging.tag(
                OidcProviders.FAMILY, input.openIDConnectProviderArn(), input.tags(), false, call);
        return TagOpenIdConnectProviderResponse.builder().build();
    }
}
