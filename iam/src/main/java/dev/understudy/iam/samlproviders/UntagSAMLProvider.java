package dev.understudy.iam.samlproviders;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderResponse;

/** Removes tags from a SAML provider. */
final class UntagSAMLProvider
        implements WriteOperation<UntagSamlProviderRequest, UntagSamlProviderResponse> {
    @Override
    public Access access(UntagSamlProviderRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagSAMLProvider",
                SamlProviders.FAMILY,
                input.samlProviderArn(),
                input.tagKeys(),
                call);
    }

    @Override
    public UntagSamlProviderResponse execute(UntagSamlProviderRequest input, WritingCall call) {
        Tagging.untag(SamlProviders.FAMILY, input.samlProviderArn(), input.tagKeys(), false, call);
        return UntagSamlProviderResponse.builder().build();
    }
}
