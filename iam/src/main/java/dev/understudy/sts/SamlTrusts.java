package dev.understudy.sts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.understudy.directory.Account;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.SamlPrivateKey;
import dev.understudy.directory.SamlProvider;
import dev.understudy.federation.SamlMetadata;
import dev.understudy.federation.SamlTrust;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;

/**
 * Providers as what verifies assertions takes them. Metadata is read once and kept, by its text:
 * what was read of the text cannot become old. Keys are unsealed for each call and not kept.
 */
final class SamlTrusts {
    private static final String REQUIRED = "Required";

    /** In characters of metadata, most of which is certificates. */
    private static final long MOST_CHARACTERS = 20_000_000;

    private final Cache<String, SamlMetadata> metadata =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((String text, SamlMetadata read) -> text.length())
                    .build();

    private final Keyring keyring;

    SamlTrusts(Keyring keyring) {
        this.keyring = keyring;
    }

    SamlTrust of(SamlProvider provider, Account account) {
        return new SamlTrust(
                provider.arn(account),
                account.id().digits(),
                provider.name(),
                metadata.get(provider.metadata(), SamlTrusts::read),
                keys(provider),
                REQUIRED.equals(provider.encryptionMode()));
    }

    /** What can no longer be read vouches for nobody. */
    private static SamlMetadata read(String text) {
        SamlMetadata read = SamlMetadata.parse(text);
        return read == null ? new SamlMetadata(List.of(), null) : read;
    }

    private List<PrivateKey> keys(SamlProvider provider) {
        return provider.privateKeys().stream().map(this::open).toList();
    }

    private PrivateKey open(SamlPrivateKey sealed) {
        byte[] pkcs8 = sealed.open(keyring);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the key was read when it was added", impossible);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
