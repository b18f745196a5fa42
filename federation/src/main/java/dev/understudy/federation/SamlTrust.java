package dev.understudy.federation;

import java.security.PrivateKey;
import java.util.List;

/**
 * A registered SAML provider, as far as proof of its assertions needs it.
 *
 * @param arn what trust policies call the provider
 * @param account the digits of the account that registered it
 * @param name the provider's name in that account
 * @param metadata whom to believe, by which certificates
 * @param keys those that open encrypted assertions, at most two; none if it is not to encrypt
 * @param encryptionRequired whether an assertion that anybody could read is refused
 */
public record SamlTrust(
        String arn,
        String account,
        String name,
        SamlMetadata metadata,
        List<PrivateKey> keys,
        boolean encryptionRequired) {
    public SamlTrust {
        keys = List.copyOf(keys);
    }

    /** Names the provider and no key. */
    @Override
    public String toString() {
        return arn;
    }
}
