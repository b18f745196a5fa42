package dev.understudy.iam.samlproviders;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderResponse;

/** Tags a SAML provider. */
final class TagSAMLProvider
        implements WriteOperation<TagSamlProviderRequest, TagSamlProviderResponse> {
    @Override
    public Access access(TagSamlProviderRequest input, AuthenticatedCall call) {
        return Tagging.tagAccess(
                "iam:TagSAMLProvider",
                SamlProviders.FAMILY,
                input.samlProviderArn(),
                input.tags(),
                call);
    }

    @Override
    public TagSamlProviderResponse execute(TagSamlProviderRequest input, WritingCall call) {
        Tagging.tag(SamlProviders.FAMILY, input.samlProviderArn(), input.tags(), false, call);
        return TagSamlProviderResponse.builder().build();
    }
}
