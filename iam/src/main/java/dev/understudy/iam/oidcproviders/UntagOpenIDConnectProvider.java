package dev.understudy.iam.oidcproviders;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;

/** Removes tags from an OpenID Connect provider. */
final class UntagOpenIDConnectProvider
        implements WriteOperation<
                UntagOpenIdConnectProviderRequest, UntagOpenIdConnectProviderResponse> {
    @Override
    public Access access(UntagOpenIdConnectProviderRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagOpenIDConnectProvider",
                OidcProviders.FAMILY,
                input.openIDConnectProviderArn(),
                input.tagKeys(),
                call);
    }

    @Override
    public UntagOpenIdConnectProviderResponse execute(
            UntagOpenIdConnectProviderRequest input, WritingCall call) {
        Tagging.untag(
                OidcProviders.FAMILY,
                input.openIDConnectProviderArn(),
                input.tagKeys(),
                false,
                call);
        return UntagOpenIdConnectProviderResponse.builder().build();
    }
}
