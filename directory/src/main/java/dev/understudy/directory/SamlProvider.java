package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A SAML 2.0 identity provider that an account trusts.
 *
 * @param uuid 32 hexadecimal digits in capitals, never used twice
 * @param metadata the document as it was given, read before it was taken
 * @param createDate second precision
 * @param validUntil second precision
 * @param encryptionMode {@code Required} or {@code Allowed}; null if never set
 * @param privateKeys those that open encrypted assertions, in the order they were added; at most
 *     two
 */
public record SamlProvider(
        String name,
        String uuid,
        String metadata,
        Instant createDate,
        Instant validUntil,
        @Nullable String encryptionMode,
        List<SamlPrivateKey> privateKeys,
        Map<String, String> tags)
        implements Tagged {
    public SamlProvider {
        privateKeys = List.copyOf(privateKeys);
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.SAML_PROVIDER, name);
    }

    /** The ARN that a provider of this name has, whether it exists or not. */
    public static String arn(Account account, String name) {
        return Arns.iam(account, "saml-provider", "/" + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, name);
    }

    @Override
    public SamlProvider withTags(Map<String, String> newTags) {
        return new SamlProvider(
                name, uuid, metadata, createDate, validUntil, encryptionMode, privateKeys, newTags);
    }

    /** The same with this document, which is good until then. */
    public SamlProvider withMetadata(String document, Instant until) {
        return new SamlProvider(
                name, uuid, document, createDate, until, encryptionMode, privateKeys, tags);
    }

    /** The same with this setting and these keys. */
    public SamlProvider withEncryption(@Nullable String mode, List<SamlPrivateKey> keys) {
        return new SamlProvider(name, uuid, metadata, createDate, validUntil, mode, keys, tags);
    }
}
