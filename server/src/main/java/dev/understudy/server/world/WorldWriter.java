package dev.understudy.server.world;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entity;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Role;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.roles.TrustPolicies;
import dev.understudy.operation.Accounts;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.DirectoryAccounts;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Puts declared accounts into the directory. What is declared is put to the declared state, keeping
 * unique ids where the name exists; what is not declared is left alone. Trust policies come last,
 * when all whom they can name are there.
 */
public final class WorldWriter {
    private final Directory directory;
    private final Keyring keyring;
    private final RandomGenerator random;
    private final Instant now;

    /** Writes into this directory. */
    public WorldWriter(Directory directory, Keyring keyring, RandomGenerator random, Instant now) {
        this.directory = directory;
        this.keyring = keyring;
        this.random = random;
        this.now = now;
    }

    /**
     * Writes the accounts.
     *
     * @throws ConfigProblem naming the place of what cannot be
     */
    public void write(List<Declared.Account> accounts) {
        for (Declared.Account declared : accounts) {
            if (directory.account(declared.id()) == null) {
                directory.create(declared.id(), now);
            }
        }
        for (Declared.Account declared : accounts) {
            put(
                    declared,
                    account -> new EntityMaker(account, keyring, random, now).entities(declared));
        }
        Accounts view = new DirectoryAccounts(directory);
        for (Declared.Account declared : accounts) {
            put(declared, account -> trusting(account, declared, view));
        }
    }

    /**
     * Writes an account that was brought from elsewhere, all of it or nothing. Trusted principals
     * that are not here stay as they are written, and are given to the reader.
     *
     * @throws ConfigProblem naming the place of what cannot be
     */
    public void bring(Declared.Account declared, Consumer<String> unknown) {
        Account known = directory.account(declared.id());
        List<Change> changes =
                broughtBy(declared, known == null ? Account.empty(declared.id()) : known, unknown);
        if (known == null) {
            directory.create(declared.id(), now);
        }
        directory.transact(declared.id(), now, account -> new Transaction.Result<>("", changes));
    }

    private List<Change> broughtBy(
            Declared.Account declared, Account before, Consumer<String> unknown) {
        List<Entity> entities = new EntityMaker(before, keyring, random, now).entities(declared);
        List<Change> changes = entities.stream().<Change>map(Change.Put::new).toList();
        Account after = before.apply(changes, before.version() + 1);
        Accounts view = new Overlay(after, new DirectoryAccounts(directory));
        List<Change> all = new ArrayList<>(changes);
        for (Declared.Role role : declared.roles()) {
            Role made = after.role(role.name());
            if (made != null) {
                String place = role.place() + ".trustPolicy";
                PolicyDocument trust =
                        at(
                                place,
                                () ->
                                        TrustPolicies.readForeign(
                                                role.trustPolicy(),
                                                view,
                                                value ->
                                                        unknown.accept(
                                                                place + " trusts " + value)));
                all.add(new Change.Put(made.withTrustPolicy(trust)));
            }
        }
        return all;
    }

    private static List<Entity> trusting(
            Account account, Declared.Account declared, Accounts view) {
        List<Entity> roles = new ArrayList<>();
        for (Declared.Role declaredRole : declared.roles()) {
            Role role = account.role(declaredRole.name());
            if (role != null && role.linkedService() == null) {
                PolicyDocument trust =
                        at(
                                declaredRole.place() + ".trustPolicy",
                                () -> TrustPolicies.read(declaredRole.trustPolicy(), view));
                roles.add(role.withTrustPolicy(trust));
            }
        }
        return roles;
    }

    private static PolicyDocument at(String place, Supplier<PolicyDocument> document) {
        try {
            return document.get();
        } catch (AwsError refused) {
            throw new ConfigProblem("`" + place + "`: " + refused.text());
        }
    }

    private void put(
            Declared.Account declared, java.util.function.Function<Account, List<Entity>> maker) {
        directory.transact(
                declared.id(),
                now,
                account -> {
                    List<Change> changes = new ArrayList<>();
                    for (Entity entity : maker.apply(account)) {
                        if (!entity.equals(account.entity(entity.key()))) {
                            changes.add(new Change.Put(entity));
                        }
                    }
                    return new Transaction.Result<>(Map.of(), changes);
                });
    }

    /** All accounts, one of them in a state that is not written yet. */
    private record Overlay(Account changed, Accounts others) implements Accounts {
        @Override
        public @Nullable Account account(AccountId id) {
            return id.equals(changed.id()) ? changed : others.account(id);
        }

        @Override
        public @Nullable AccountId locate(String id) {
            boolean here = changed.userById(id) != null || changed.roleById(id) != null;
            return here ? changed.id() : others.locate(id);
        }
    }
}
