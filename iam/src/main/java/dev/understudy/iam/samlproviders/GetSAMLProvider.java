package dev.understudy.iam.samlproviders;

import dev.understudy.directory.SamlProvider;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;

import java.util.List;

/** Tells of a SAML provider; of its private keys only that they are there. */
final class GetSAMLProvider
        implements ReadOperation<GetSamlProviderRequest, GetSamlProviderResponse> {
    @Override
    public Access access(GetSamlProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                SamlProviders.FAMILY.check("iam:GetSAMLProvider", input.samlProviderArn(), call));
    }

    @Override
    public GetSamlProviderResponse execute(GetSamlProviderRequest input, AuthorizedCall call) {
        SamlProvider provider = SamlProviders.FAMILY.get(call.account(), input.samlProviderArn());
        return GetSamlProviderResponse.builder()
                .samlProviderUUID(provider.uuid())
                .samlMetadataDocument(provider.metadata())
                .createDate(provider.createDate())
                .validUntil(provider.validUntil())
                .tags(Tagging.listOrAbsent(provider.tags()))
                .assertionEncryptionMode(provider.encryptionMode())
                .privateKeyList(keys(provider))
                .build();
    }

    private static @Nullable List<SAMLPrivateKey> keys(SamlProvider provider) {
        return provider.privateKeys().isEmpty()
                ? null
                : provider.privateKeys().stream()
                        .map(key ->
                                SAMLPrivateKey.builder()
                                        .keyId(key.keyId())
                                        .timestamp(key.timestamp())
                                        .build())
                        .toList();
    }
}
