package dev.understudy.iam.outboundfederation;

import dev.understudy.directory.Account;
import dev.understudy.directory.AccountFeatures;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.TokenSigningKey;
import dev.understudy.directory.Transaction;
import dev.understudy.federation.IssuerKey;
import dev.understudy.federation.IssuerKey.Algorithm;
import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The keys that accounts sign their tokens with: of each algorithm one signs, and those that it
 * replaced are told until no token of theirs can be good. Keys are made before the transaction that
 * stores them, because making one takes long.
 */
public final class IssuerKeys {
    private final Directory directory;
    private final Keyring keyring;
    private final SecureRandom random;

    /** The keys of these accounts, sealed under this keyring. */
    public IssuerKeys(Directory directory, Keyring keyring, SecureRandom random) {
        this.directory = directory;
        this.keyring = keyring;
        this.random = random;
    }

    /**
     * A token of the account with these claims, signed by the key that signs now. Keys are made if
     * there are none.
     *
     * @param claims a JSON object
     */
    public String sign(AccountId id, Algorithm algorithm, String claims, Instant now) {
        // Not the state that a lagging view shows: a key that is retired there must sign no more.
        TokenSigningKey key = signing(Objects.requireNonNull(directory.account(id)), algorithm);
        if (key == null) {
            key = made(id, algorithm, now);
        }
        byte[] pkcs8 = key.open(keyring);
        try {
            return IssuerKey.of(algorithm, pkcs8).sign(key.keyId(), claims);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private TokenSigningKey made(AccountId id, Algorithm algorithm, Instant now) {
        List<IssuerKey.Pair> fresh = fresh();
        return directory.transact(
                id,
                now,
                account -> {
                    List<TokenSigningKey> lacking = missing(account, issuerId(account), fresh, now);
                    TokenSigningKey key =
                            lacking.stream()
                                    .filter(one -> one.algorithm().equals(algorithm.name()))
                                    .findFirst()
                                    .orElse(signing(account, algorithm));
                    return new Transaction.Result<>(
                            Objects.requireNonNull(key),
                            lacking.stream().<Change>map(Change.Put::new).toList());
                });
    }

    /** A new key of each algorithm, which nobody has yet. */
    List<IssuerKey.Pair> fresh() {
        return Arrays.stream(Algorithm.values())
                .map(algorithm -> IssuerKey.make(algorithm, random))
                .toList();
    }

    /** Whether some algorithm has no key that signs. */
    static boolean lacks(Account account) {
        return Arrays.stream(Algorithm.values())
                .anyMatch(algorithm -> signing(account, algorithm) == null);
    }

    /** Those of the keys that the account lacks, sealed for it. */
    List<TokenSigningKey> missing(
            Account account, String issuerId, List<IssuerKey.Pair> fresh, Instant now) {
        return fresh.stream()
                .filter(pair -> signing(account, pair.algorithm()) == null)
                .map(pair -> sealed(account, issuerId, pair, now))
                .toList();
    }

    /** Has new keys sign from now on, in every account that is an issuer; how many accounts. */
    public int rotate(Instant now) {
        int count = 0;
        for (AccountId id : directory.accounts()) {
            Account seen = directory.account(id);
            if (seen != null && AccountFeatures.of(seen).tokenIssuer() != null) {
                rotate(id, now);
                count++;
            }
        }
        return count;
    }

    private void rotate(AccountId id, Instant now) {
        List<IssuerKey.Pair> fresh = fresh();
        directory.transact(
                id,
                now,
                account -> {
                    List<Change> changes = new ArrayList<>();
                    for (TokenSigningKey key : TokenSigningKey.of(account)) {
                        if (key.signs()) {
                            changes.add(new Change.Put(key.retired(now)));
                        } else if (!key.verifies(now)) {
                            changes.add(new Change.Remove(key.key()));
                        }
                    }
                    String issuerId = issuerId(account);
                    fresh.forEach(pair ->
                            changes.add(new Change.Put(sealed(account, issuerId, pair, now))));
                    return new Transaction.Result<>("", changes);
                });
    }

    private static String issuerId(Account account) {
        return IssuerUrls.id(Objects.requireNonNull(AccountFeatures.of(account).tokenIssuer()));
    }

    /** The key, sealed for the account, under an id that no other key of it had. */
    private TokenSigningKey sealed(
            Account account, String issuerId, IssuerKey.Pair pair, Instant now) {
        String keyId = pair.algorithm().label() + "_" + next(account, pair.algorithm());
        byte[] pkcs8 = pair.key().pkcs8();
        try {
            return TokenSigningKey.seal(
                    issuerId, keyId, pair.algorithm().name(), pair.jwk(keyId), pkcs8, now, keyring);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /** The newest key is never removed, so that numbers only rise. */
    private static int next(Account account, Algorithm algorithm) {
        int next = 0;
        String prefix = algorithm.label() + "_";
        for (TokenSigningKey key : TokenSigningKey.of(account)) {
            if (key.keyId().startsWith(prefix)) {
                next = Math.max(next, Integer.parseInt(key.keyId().substring(prefix.length())) + 1);
            }
        }
        return next;
    }

    private static @Nullable TokenSigningKey signing(Account account, Algorithm algorithm) {
        return TokenSigningKey.of(account).stream()
                .filter(key -> key.signs() && key.algorithm().equals(algorithm.name()))
                .findFirst()
                .orElse(null);
    }
}
