package dev.understudy.iam.services;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.RegisteredService;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.Arn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The services that may act as service principals, with their access keys. A key is good for
 * AssumeRole of roles that trust the service, and for nothing else. Refusals are
 * IllegalArgumentExceptions with a text for people.
 */
public final class ServiceRegistry {
    private static final int MOST_KEYS = 2;
    private static final int MOST_CHARACTERS = 128;

    /** A DNS name of at least two labels: one label would be a word, not a name. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    private final Directory directory;
    private final Keyring keyring;

    /** The services in this directory. */
    public ServiceRegistry(Directory directory, Keyring keyring) {
        this.directory = directory;
        this.keyring = keyring;
    }

    /** Registers a service, and makes its first key. */
    public NewAccessKey register(RegisteredService service, Instant now, RandomGenerator random) {
        requireName(service.name());
        requireSource(service);
        if (directory.account(RegisteredService.HOME) == null) {
            directory.create(RegisteredService.HOME, now);
        }
        return change(
                now,
                home -> {
                    require(
                            home.service(service.name()) == null,
                            service.name() + " is registered already");
                    NewAccessKey key = random(service.name(), now, random);
                    return new Transaction.Result<>(
                            key, List.of(new Change.Put(service), new Change.Put(key.key())));
                });
    }

    /** Makes another key of a service, which has two at most, so that one can replace the other. */
    public NewAccessKey newKey(String name, Instant now, RandomGenerator random) {
        return change(
                now,
                home -> {
                    requireKnown(home, name);
                    require(
                            home.accessKeysOf(name).size() < MOST_KEYS,
                            name + " has two keys already: remove one first");
                    NewAccessKey key = random(name, now, random);
                    return new Transaction.Result<>(key, List.of(new Change.Put(key.key())));
                });
    }

    /** Removes a key of a service. What it assumed with it lasts until it expires. */
    public void removeKey(String name, String keyId, Instant now) {
        change(
                now,
                home -> {
                    requireKnown(home, name);
                    AccessKey key = home.accessKey(keyId);
                    require(
                            key != null && key.userId().equals(name),
                            name + " has no key " + keyId);
                    return removal(List.of(Objects.requireNonNull(key)));
                });
    }

    /** Removes a service and its keys. */
    public void remove(String name, Instant now) {
        change(
                now,
                home -> {
                    requireKnown(home, name);
                    List<Change> changes = new ArrayList<>();
                    home.accessKeysOf(name)
                            .forEach(key -> changes.add(new Change.Remove(key.key())));
                    changes.add(new Change.Remove(RegisteredService.key(name)));
                    return new Transaction.Result<>("", changes);
                });
    }

    /** Whether a service of this name is registered. */
    public static boolean isRegistered(
            String name, Function<AccountId, @Nullable Account> accounts) {
        Account home = accounts.apply(RegisteredService.HOME);
        return home != null && home.service(name) != null;
    }

    private static Transaction.Result<String> removal(List<AccessKey> keys) {
        List<Change> changes = new ArrayList<>();
        keys.forEach(key -> changes.add(new Change.Remove(key.key())));
        return new Transaction.Result<>("", changes);
    }

    private <R> R change(Instant now, Function<Account, Transaction.Result<R>> body) {
        require(directory.account(RegisteredService.HOME) != null, "no service is registered");
        return directory.transact(RegisteredService.HOME, now, body);
    }

    private NewAccessKey random(String name, Instant now, RandomGenerator random) {
        return NewAccessKey.random(RegisteredService.HOME, name, now, keyring, random);
    }

    private static void requireKnown(Account home, String name) {
        require(home.service(name) != null, "no service " + name + " is registered");
    }

    private static void requireName(String name) {
        require(
                name.length() <= MOST_CHARACTERS && NAME.matcher(name).matches(),
                "`"
                        + name
                        + "` is no service's name: it is a DNS name in small letters, like"
                        + " backup.example.internal");
    }

    private static void requireSource(RegisteredService service) {
        String arn = service.sourceArn();
        String account = service.sourceAccount();
        Arn parsed = arn == null ? null : Arn.parseOrNull(arn);
        require(arn == null || parsed != null, "`" + arn + "` is no ARN");
        if (account != null) {
            AccountId.of(account);
            require(
                    parsed == null
                            || parsed.account().isEmpty()
                            || parsed.account().equals(account),
                    account + " is not the account in " + arn);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
