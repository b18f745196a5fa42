package dev.understudy.server.world;

import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.directory.Entity;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.Role;
import dev.understudy.directory.Transaction;
import dev.understudy.iam.roles.TrustPolicies;
import dev.understudy.operation.Accounts;
import dev.understudy.operation.AwsError;
import dev.understudy.operation.DirectoryAccounts;
import dev.understudy.operation.Quota;
import dev.understudy.policy.AccountId;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Puts declared accounts into the directory. What is declared is put to the declared state, keeping
 * unique ids where the name exists; what is not declared is left alone. All of it is worked out
 * before anything is written, so that a mistake anywhere writes nothing.
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
        new DeclarationCheck(directory).check(accounts);
        put(
                accounts,
                (role, view) ->
                        TrustPolicies.read(
                                role.trustPolicy(), view, Quota.ACL_SIZE_PER_ROLE.most()));
    }

    /**
     * Writes an account that was brought from elsewhere. Trusted principals that are not here stay
     * as they are written, and are given to the reader.
     *
     * @throws ConfigProblem naming the place of what cannot be
     */
    public void bring(Declared.Account declared, Consumer<String> unknown) {
        put(
                List.of(declared),
                (role, view) ->
                        TrustPolicies.readForeign(
                                role.trustPolicy(),
                                view,
                                value -> unknown.accept(role.place() + " trusts " + value)));
    }

    /** How a trust policy's text becomes the document to store. */
    private interface TrustReader {
        PolicyDocument read(Declared.Role role, Accounts accounts);
    }

    private void put(List<Declared.Account> accounts, TrustReader trust) {
        Map<AccountId, Planned> plans = new LinkedHashMap<>();
        for (Declared.Account declared : accounts) {
            Account known = directory.account(declared.id());
            Planned plan = new Planned(known == null ? Account.empty(declared.id()) : known);
            plan.add(new EntityMaker(plan.after(), keyring, random, now).entities(declared));
            plans.put(declared.id(), plan);
        }
        // Trust policies come last, when all whom they can name have their ids.
        Accounts view = new Overlay(plans, new DirectoryAccounts(directory));
        for (Declared.Account declared : accounts) {
            Planned plan = Objects.requireNonNull(plans.get(declared.id()));
            plan.add(trusting(plan.after(), declared, role -> trust.read(role, view)));
        }
        plans.forEach((id, plan) -> {
            if (directory.account(id) == null) {
                directory.create(id, now, plan.changes());
            } else {
                directory.transact(
                        id, now, account -> new Transaction.Result<>("", plan.changes()));
            }
        });
    }

    private static List<Entity> trusting(
            Account account,
            Declared.Account declared,
            Function<Declared.Role, PolicyDocument> trust) {
        List<Entity> roles = new ArrayList<>();
        for (Declared.Role declaredRole : declared.roles()) {
            Role role = account.role(declaredRole.name());
            if (role != null && role.linkedService() == null) {
                roles.add(role.withTrustPolicy(document(declaredRole, trust)));
            }
        }
        return roles;
    }

    private static PolicyDocument document(
            Declared.Role role, Function<Declared.Role, PolicyDocument> trust) {
        try {
            return trust.apply(role);
        } catch (AwsError refused) {
            throw new ConfigProblem("`" + role.place() + ".trustPolicy`: " + refused.text());
        }
    }

    /** All accounts, some of them in a state that is not written yet. */
    private record Overlay(Map<AccountId, Planned> plans, Accounts others) implements Accounts {
        @Override
        public @Nullable Account account(AccountId id) {
            Planned plan = plans.get(id);
            return plan == null ? others.account(id) : plan.after();
        }

        @Override
        public @Nullable AccountId locate(String id) {
            for (Planned plan : plans.values()) {
                if (plan.after().userById(id) != null || plan.after().roleById(id) != null) {
                    return plan.after().id();
                }
            }
            return others.locate(id);
        }
    }
}
