package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings what is stored under the key that seals now. Each account is one transaction, and what is
 * under the key already is left alone, so that it may end anywhere and be begun again. What history
 * keeps of earlier states stays as it was, and cannot be opened once its key is removed.
 */
public final class Resealing {
    private Resealing() {}

    /** Seals anew whatever is under another key than the one that seals; how many entities. */
    public static int run(Directory directory, Keyring keyring, Instant now) {
        int count = 0;
        for (AccountId id : accounts(directory)) {
            Account seen = directory.account(id);
            if (seen == null || changes(seen, keyring).isEmpty()) {
                continue;
            }
            count +=
                    directory.transact(
                            id,
                            now,
                            account -> {
                                List<Change> changes = changes(account, keyring);
                                return new Transaction.Result<>(changes.size(), changes);
                            });
        }
        return count;
    }

    /** The ids of the keys that something stored is sealed under. */
    public static Set<String> keysInUse(Directory directory) {
        Set<String> ids = new HashSet<>();
        for (AccountId id : accounts(directory)) {
            Account account = directory.account(id);
            if (account != null) {
                account.entities().forEach(e -> sealedIn(e).forEach(s -> ids.add(s.keyId())));
            }
        }
        return ids;
    }

    /** That of the services is no customer's, and has keys like any other. */
    private static List<AccountId> accounts(Directory directory) {
        List<AccountId> all = new ArrayList<>(directory.accounts());
        all.add(RegisteredService.HOME);
        return all;
    }

    private static List<Change> changes(Account account, Keyring keyring) {
        String sealing = keyring.sealingKeyId();
        List<Change> changes = new ArrayList<>();
        for (Entity entity : account.entities()) {
            if (sealedIn(entity).stream().anyMatch(s -> !s.keyId().equals(sealing))) {
                Entity fresh = reseal(entity, keyring);
                if (!fresh.equals(entity)) {
                    changes.add(new Change.Put(fresh));
                }
            }
        }
        return changes;
    }

    private static List<Sealed> sealedIn(Entity entity) {
        return switch (entity) {
            case AccessKey key -> List.of(key.secret());
            case MfaDevice device -> listOf(device.seed());
            case LoginProfile profile -> {
                List<Sealed> all = new ArrayList<>(profile.earlier());
                all.add(profile.password());
                yield all;
            }
            case ServerCertificate certificate -> List.of(certificate.privateKey());
            case ServiceCredential credential -> List.of(credential.secret());
            case SamlProvider provider ->
                    provider.privateKeys().stream().map(SamlPrivateKey::key).toList();
            case TokenSigningKey key -> listOf(key.privateKey());
            default -> List.of();
        };
    }

    private static List<Sealed> listOf(@Nullable Sealed sealed) {
        return sealed == null ? List.of() : List.of(sealed);
    }

    private static Entity reseal(Entity entity, Keyring keyring) {
        return switch (entity) {
            case AccessKey key ->
                    new AccessKey(
                            key.id(),
                            key.userId(),
                            key.status(),
                            key.createDate(),
                            fresh(keyring, AccessKey.SECRET_PURPOSE, key.secret(), key.id()));
            case MfaDevice device -> reseal(device, keyring);
            case LoginProfile profile -> reseal(profile, keyring);
            case ServerCertificate certificate -> reseal(certificate, keyring);
            case ServiceCredential credential ->
                    credential.withSecret(
                            fresh(
                                    keyring,
                                    ServiceCredential.SECRET_PURPOSE,
                                    credential.secret(),
                                    credential.id()));
            case SamlProvider provider ->
                    provider.withEncryption(
                            provider.encryptionMode(),
                            provider.privateKeys().stream()
                                    .map(key -> key.resealed(keyring))
                                    .toList());
            case TokenSigningKey key -> key.resealed(keyring);
            default -> entity;
        };
    }

    private static MfaDevice reseal(MfaDevice device, Keyring keyring) {
        Sealed seed = device.seed();
        return seed == null
                ? device
                : new MfaDevice(
                        device.serialNumber(),
                        device.createDate(),
                        fresh(keyring, MfaDevice.SEED_PURPOSE, seed, device.serialNumber()),
                        device.lastStep(),
                        device.assignment(),
                        device.tags());
    }

    private static LoginProfile reseal(LoginProfile profile, Keyring keyring) {
        String purpose = LoginProfile.PASSWORD_PURPOSE;
        String userId = profile.userId();
        return new LoginProfile(
                userId,
                profile.createDate(),
                profile.passwordDate(),
                profile.resetRequired(),
                fresh(keyring, purpose, profile.password(), userId),
                profile.earlier().stream()
                        .map(hash -> fresh(keyring, purpose, hash, userId))
                        .toList());
    }

    private static ServerCertificate reseal(ServerCertificate certificate, Keyring keyring) {
        return new ServerCertificate(
                certificate.id(),
                certificate.name(),
                certificate.path(),
                certificate.body(),
                certificate.chain(),
                fresh(
                        keyring,
                        ServerCertificate.KEY_PURPOSE,
                        certificate.privateKey(),
                        certificate.id()),
                certificate.uploadDate(),
                certificate.expiration(),
                certificate.tags());
    }

    private static Sealed fresh(Keyring keyring, String purpose, Sealed sealed, String binding) {
        return keyring.reseal(purpose, sealed, binding.getBytes(StandardCharsets.UTF_8));
    }
}
