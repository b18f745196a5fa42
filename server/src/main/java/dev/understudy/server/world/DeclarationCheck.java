package dev.understudy.server.world;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.Directory;
import dev.understudy.policy.AccountId;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Holds declared accounts against the rules that the API holds its callers to, before anything is
 * written: a world that could not be made by requests is a mistake in the file.
 */
final class DeclarationCheck {
    private static final int NAME = 64;
    private static final int LONG_NAME = 128;

    private final Directory directory;
    private final Set<String> accountIds = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private final Set<String> keyIds = new HashSet<>();

    DeclarationCheck(Directory directory) {
        this.directory = directory;
    }

    void check(List<Declared.Account> accounts) {
        for (Declared.Account account : accounts) {
            once(accountIds, account.place() + ".id", account.id().digits());
            alias(account);
            Set<String> policies = known(account);
            policies(account);
            groups(account, policies);
            users(account, policies);
            roles(account, policies);
            profiles(account);
        }
    }

    private void alias(Declared.Account account) {
        String alias = account.alias();
        if (alias != null) {
            DeclaredValue value = new DeclaredValue(account.place() + ".alias", alias);
            value.requireAlias();
            once(aliases, value.place(), alias);
            AccountId owner = directory.locate("alias:" + alias);
            if (owner != null && !owner.equals(account.id())) {
                throw value.bad("another one: account " + owner + " has it");
            }
        }
    }

    /** The ARNs of the managed policies that can be attached in this account. */
    private Set<String> known(Declared.Account declared) {
        Set<String> arns = new HashSet<>();
        AwsManagedPolicies.all().forEach(policy -> arns.add(policy.arn()));
        Account account = directory.account(declared.id());
        if (account != null) {
            account.policies().forEach(policy -> arns.add(policy.arn(account)));
        }
        for (Declared.Policy policy : declared.policies()) {
            arns.add("arn:aws:iam::" + declared.id() + ":policy" + policy.path() + policy.name());
        }
        return arns;
    }

    private static void policies(Declared.Account account) {
        Set<String> names = new HashSet<>();
        for (Declared.Policy policy : account.policies()) {
            named(names, policy.place(), policy.name(), LONG_NAME, policy.path());
            DeclaredValue.requireTags(policy.place(), policy.tags());
        }
    }

    private static void groups(Declared.Account account, Set<String> policies) {
        Set<String> names = new HashSet<>();
        for (Declared.Group group : account.groups()) {
            named(names, group.place(), group.name(), LONG_NAME, group.path());
            attached(group.place(), group.managedPolicies(), policies);
            inline(group.place(), group.inlinePolicies().keySet());
        }
    }

    private void users(Declared.Account account, Set<String> policies) {
        Set<String> names = new HashSet<>();
        for (Declared.User user : account.users()) {
            named(names, user.place(), user.name(), NAME, user.path());
            attached(user.place(), user.managedPolicies(), policies);
            inline(user.place(), user.inlinePolicies().keySet());
            boundary(user.place(), user.permissionsBoundary(), policies);
            DeclaredValue.requireTags(user.place(), user.tags());
            user.accessKeys().forEach(key -> key(account, user, key));
        }
    }

    /** An access key id stands for one user of one account, everywhere. */
    private void key(Declared.Account declared, Declared.User user, Declared.Key key) {
        DeclaredValue id = new DeclaredValue(key.place() + ".id", key.id());
        id.requireAccessKeyId();
        once(keyIds, id.place(), key.id());
        AccountId owner = directory.locate(key.id());
        if (owner != null && !owner.equals(declared.id())) {
            throw id.bad("another one: account " + owner + " has it");
        }
        Account account = directory.account(declared.id());
        AccessKey known = account == null ? null : account.accessKey(key.id());
        if (account != null && known != null) {
            var holder = account.userById(known.userId());
            if (holder == null || !holder.name().equalsIgnoreCase(user.name())) {
                throw id.bad("another one: another user of the account has it");
            }
        }
    }

    private static void roles(Declared.Account account, Set<String> policies) {
        Set<String> names = new HashSet<>();
        for (Declared.Role role : account.roles()) {
            named(names, role.place(), role.name(), NAME, role.path());
            new DeclaredValue(role.place() + ".path", role.path()).requireNoServiceLinked();
            attached(role.place(), role.managedPolicies(), policies);
            inline(role.place(), role.inlinePolicies().keySet());
            boundary(role.place(), role.permissionsBoundary(), policies);
            DeclaredValue.requireTags(role.place(), role.tags());
            DeclaredValue.requireSession(role.place(), role.maxSessionDurationSeconds());
        }
    }

    private static void profiles(Declared.Account account) {
        Set<String> names = new HashSet<>();
        for (Declared.Profile profile : account.profiles()) {
            named(names, profile.place(), profile.name(), LONG_NAME, profile.path());
        }
    }

    private static void named(Set<String> names, String place, String name, int most, String path) {
        new DeclaredValue(place + ".name", name).requireName(most);
        new DeclaredValue(place + ".path", path).requirePath();
        once(names, place + ".name", name.toLowerCase(Locale.ROOT));
    }

    private static void inline(String place, Set<String> names) {
        names.forEach(
                name -> new DeclaredValue(place + ".inlinePolicies", name).requireName(LONG_NAME));
    }

    private static void attached(String place, List<String> arns, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < arns.size(); i++) {
            String at = place + ".managedPolicies[" + i + "]";
            policy(at, arns.get(i), known);
            once(seen, at, arns.get(i));
        }
    }

    private static void boundary(String place, @Nullable String arn, Set<String> known) {
        if (arn != null) {
            policy(place + ".permissionsBoundary", arn, known);
        }
    }

    private static void policy(String place, String arn, Set<String> known) {
        if (!known.contains(arn)) {
            String nearest = ConfigProblem.nearest(arn, new ArrayList<>(known));
            throw new ConfigProblem(
                    "`"
                            + place
                            + "` is `"
                            + arn
                            + "`, and there is no such policy here"
                            + (nearest == null ? "" : ": did you mean `" + nearest + "`?"));
        }
    }

    private static void once(Set<String> seen, String place, String value) {
        if (!seen.add(value)) {
            throw new ConfigProblem("`" + place + "`: `" + value + "` is declared twice");
        }
    }
}
