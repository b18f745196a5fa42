package dev.understudy.iam.samlproviders;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SamlPrivateKey;
import dev.understudy.directory.SamlProvider;
import dev.understudy.iam.errors.EntityAlreadyExists;
import dev.understudy.iam.patterns.Limits;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Check;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;

import java.util.List;
import java.util.Map;

/** Registers a SAML provider, whose assertions roles may then trust. */
final class CreateSAMLProvider
        implements WriteOperation<CreateSamlProviderRequest, CreateSamlProviderResponse> {
    private final Keyring keyring;

    CreateSAMLProvider(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(CreateSamlProviderRequest input, AuthenticatedCall call) {
        String arn = SamlProvider.arn(call.account(), input.name());
        return Access.permission(
                Check.of("iam:CreateSAMLProvider", arn, call.accountId())
                        .withRequestTags(Tagging.map(input.tags())));
    }

    @Override
    public CreateSamlProviderResponse execute(CreateSamlProviderRequest input, WritingCall call) {
        Map<String, String> tags = Tagging.checked(input.tags(), false, call);
        ReadMetadata metadata = ReadMetadata.of(input.samlMetadataDocument(), call);
        if (call.account().samlProvider(input.name()) != null) {
            throw EntityAlreadyExists.samlProvider(input.name());
        }
        Limits.require(
                Quota.SAML_PROVIDERS_PER_ACCOUNT, call.account().samlProviders().size() + 1, call);
        String mode = input.assertionEncryptionModeAsString();
        List<SamlPrivateKey> keys =
                Encryption.added(List.of(), input.addPrivateKey(), keyring, call);
        Encryption.requireUsable(mode, keys);
        SamlProvider provider =
                new SamlProvider(
                        input.name(),
                        Encryption.newId(call.random()),
                        metadata.text(),
                        call.now(),
                        metadata.validUntil(),
                        mode,
                        keys,
                        tags);
        call.put(provider);
        return CreateSamlProviderResponse.builder()
                .samlProviderArn(provider.arn(call.account()))
                .tags(Tagging.listOrAbsent(tags))
                .build();
    }
}
