package dev.understudy.iam.samlproviders;

import dev.understudy.directory.Keyring;
import dev.understudy.directory.SamlPrivateKey;
import dev.understudy.directory.SamlProvider;
import dev.understudy.iam.errors.InvalidInput;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

import java.util.List;

/** Replaces the metadata of a SAML provider, or changes the encryption of its assertions. */
final class UpdateSAMLProvider
        implements WriteOperation<UpdateSamlProviderRequest, UpdateSamlProviderResponse> {
    private final Keyring keyring;

    UpdateSAMLProvider(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public Access access(UpdateSamlProviderRequest input, AuthenticatedCall call) {
        return Access.permission(
                SamlProviders.FAMILY.check(
                        "iam:UpdateSAMLProvider", input.samlProviderArn(), call));
    }

    @Override
    public UpdateSamlProviderResponse execute(UpdateSamlProviderRequest input, WritingCall call) {
        SamlProvider provider = SamlProviders.FAMILY.get(call.account(), input.samlProviderArn());
        if (input.addPrivateKey() != null && input.removePrivateKey() != null) {
            throw InvalidInput.because(
                    "A private key cannot be added and removed in the same request.");
        }
        String mode = input.assertionEncryptionModeAsString();
        String newMode = mode == null ? provider.encryptionMode() : mode;
        List<SamlPrivateKey> keys =
                Encryption.removed(
                        Encryption.added(
                                provider.privateKeys(), input.addPrivateKey(), keyring, call),
                        input.removePrivateKey());
        Encryption.requireUsable(newMode, keys);
        SamlProvider changed = provider.withEncryption(newMode, keys);
        if (input.samlMetadataDocument() != null) {
            ReadMetadata metadata = ReadMetadata.of(input.samlMetadataDocument(), call);
            changed = changed.withMetadata(metadata.text(), metadata.validUntil());
        }
        call.put(changed);
        return UpdateSamlProviderResponse.builder()
                .samlProviderArn(provider.arn(call.account()))
                .build();
    }
}
