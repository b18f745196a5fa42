package dev.understudy.server.world;

import dev.understudy.directory.AccessKey;
import dev.understudy.directory.Account;
import dev.understudy.directory.AccountSettings;
import dev.understudy.directory.Entity;
import dev.understudy.directory.Group;
import dev.understudy.directory.InstanceProfile;
import dev.understudy.directory.Keyring;
import dev.understudy.directory.ManagedPolicy;
import dev.understudy.directory.OidcProvider;
import dev.understudy.directory.Permissions;
import dev.understudy.directory.PolicyVersion;
import dev.understudy.directory.Role;
import dev.understudy.directory.SealBroken;
import dev.understudy.directory.UniqueIds;
import dev.understudy.directory.User;
import dev.understudy.iam.accesskeys.NewAccessKey;
import dev.understudy.policy.PolicyDocument;
import dev.understudy.policy.PolicyReader;
import dev.understudy.policy.PolicyReading;
import dev.understudy.server.config.ConfigProblem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes an account's entities out of their declarations. */
final class EntityMaker {
    /** What a new role trusts until all whom its trust policy can name are there: nobody. */
    private static final PolicyDocument NOBODY = PolicyDocument.unreadable("");

    private final Account account;
    private final Keyring keyring;
    private final RandomGenerator random;
    private final Instant now;
    private final Map<String, String> groupIds = new HashMap<>();
    private final Map<String, String> roleIds = new HashMap<>();

    EntityMaker(Account account, Keyring keyring, RandomGenerator random, Instant now) {
        this.account = account;
        this.keyring = keyring;
        this.random = random;
        this.now = now;
        account.groups().forEach(group -> groupIds.put(group.name(), group.id()));
        account.roles().forEach(role -> roleIds.put(role.name(), role.id()));
    }

    List<Entity> entities(Declared.Account declared) {
        List<Entity> entities = new ArrayList<>();
        if (declared.alias() != null) {
            entities.add(new AccountSettings(declared.alias()));
        }
        declared.policies().forEach(policy -> entities.add(policy(policy)));
        declared.groups().forEach(group -> entities.add(group(group)));
        for (Declared.User user : declared.users()) {
            User made = user(user);
            entities.add(made);
            user.accessKeys().forEach(key -> entities.add(key(key, made)));
        }
        declared.roles().forEach(role -> entities.add(role(role)));
        declared.profiles().forEach(profile -> entities.add(profile(profile)));
        declared.providers().forEach(provider -> entities.add(provider(provider)));
        return entities;
    }

    private String id(@Nullable String declared, @Nullable String known, String prefix) {
        return known != null
                ? known
                : declared != null ? declared : UniqueIds.next(prefix, account.id(), random);
    }

    private ManagedPolicy policy(Declared.Policy declared) {
        ManagedPolicy known = account.policyByName(declared.name());
        List<PolicyVersion> versions = new ArrayList<>();
        String isDefault = "v1";
        int last = 1;
        for (Declared.PolicyVersion version : declared.versions()) {
            PolicyDocument document =
                    valid(
                            declared.place() + ".document",
                            PolicyReader.readInline(version.document()));
            PolicyVersion same = known == null ? null : known.version(version.versionId());
            versions.add(
                    new PolicyVersion(
                            version.versionId(),
                            document,
                            same != null && same.document().equals(document)
                                    ? same.createDate()
                                    : now));
            isDefault = version.isDefault() ? version.versionId() : isDefault;
            last = Math.max(last, Integer.parseInt(version.versionId().substring(1)));
        }
        return new ManagedPolicy(
                id(declared.id(), known == null ? null : known.id(), "ANPA"),
                declared.name(),
                declared.path(),
                declared.description(),
                known == null ? now : known.createDate(),
                known != null && known.versions().equals(versions) ? known.updateDate() : now,
                declared.tags(),
                isDefault,
                versions,
                known == null ? last : Math.max(last, known.lastVersionNumber()));
    }

    private Group group(Declared.Group declared) {
        Group known = account.group(declared.name());
        String id = id(declared.id(), known == null ? null : known.id(), "AGPA");
        groupIds.put(declared.name(), id);
        return new Group(
                id,
                declared.name(),
                declared.path(),
                known == null ? now : known.createDate(),
                permissions(
                        declared.place(),
                        declared.inlinePolicies(),
                        declared.managedPolicies(),
                        null));
    }

    private User user(Declared.User declared) {
        User known = account.user(declared.name());
        Set<String> groups = new LinkedHashSet<>();
        for (String name : declared.groups()) {
            String id = groupIds.get(name);
            if (id == null) {
                throw ConfigProblem.unknown(
                        "group in `" + declared.place() + ".groups`:", name, groupIds.keySet());
            }
            groups.add(id);
        }
        return new User(
                id(declared.id(), known == null ? null : known.id(), "AIDA"),
                declared.name(),
                declared.path(),
                known == null ? now : known.createDate(),
                declared.tags(),
                permissions(
                        declared.place(),
                        declared.inlinePolicies(),
                        declared.managedPolicies(),
                        declared.permissionsBoundary()),
                groups);
    }

    private AccessKey key(Declared.Key declared, User user) {
        AccessKey known = account.accessKey(declared.id());
        if (known != null
                && known.userId().equals(user.id())
                && isSecretOf(known, declared.secret())) {
            return known;
        }
        return NewAccessKey.of(declared.id(), declared.secret(), user.id(), now, keyring).key();
    }

    private boolean isSecretOf(AccessKey key, String secret) {
        try {
            byte[] opened = NewAccessKey.open(key, keyring);
            return Arrays.equals(opened, secret.getBytes(StandardCharsets.UTF_8));
        } catch (SealBroken anotherMasterKey) {
            return false;
        }
    }

    private Role role(Declared.Role declared) {
        Role known = account.role(declared.name());
        String id = id(declared.id(), known == null ? null : known.id(), "AROA");
        roleIds.put(declared.name(), id);
        boolean linked = declared.path().startsWith("/aws-service-role/");
        return new Role(
                id,
                declared.name(),
                declared.path(),
                known == null ? now : known.createDate(),
                known != null
                        ? known.trustPolicy()
                        : linked ? PolicyDocument.parse(declared.trustPolicy()) : NOBODY,
                declared.description(),
                declared.maxSessionDurationSeconds(),
                declared.tags(),
                permissions(
                        declared.place(),
                        declared.inlinePolicies(),
                        declared.managedPolicies(),
                        declared.permissionsBoundary()),
                linked
                        ? declared.path().substring("/aws-service-role/".length()).replace("/", "")
                        : null);
    }

    private InstanceProfile profile(Declared.Profile declared) {
        InstanceProfile known = account.instanceProfile(declared.name());
        String roleId = declared.role() == null ? null : roleIds.get(declared.role());
        if (declared.role() != null && roleId == null) {
            throw ConfigProblem.unknown(
                    "role in `" + declared.place() + ".role`:", declared.role(), roleIds.keySet());
        }
        return new InstanceProfile(
                id(declared.id(), known == null ? null : known.id(), "AIPA"),
                declared.name(),
                declared.path(),
                known == null ? now : known.createDate(),
                known == null ? Map.of() : known.tags(),
                roleId);
    }

    private OidcProvider provider(Declared.Provider declared) {
        String url =
                declared.url().startsWith("https://")
                        ? declared.url().substring(8)
                        : declared.url();
        OidcProvider known = account.oidcProvider(url);
        return new OidcProvider(
                url,
                declared.clientIds(),
                declared.thumbprints(),
                known == null ? now : known.createDate(),
                known == null ? Map.of() : known.tags());
    }

    private static Permissions permissions(
            String place,
            Map<String, String> inline,
            List<String> attached,
            @Nullable String boundary) {
        return new Permissions(inline(place, inline), attached, boundary);
    }

    private static Map<String, PolicyDocument> inline(String place, Map<String, String> documents) {
        Map<String, PolicyDocument> inline = new LinkedHashMap<>();
        documents.forEach((name, text) ->
                inline.put(
                        name,
                        valid(place + ".inlinePolicies." + name, PolicyReader.readInline(text))));
        return inline;
    }

    private static PolicyDocument valid(String place, PolicyReading reading) {
        return switch (reading) {
            case PolicyReading.Valid valid -> valid.document();
            case PolicyReading.Invalid invalid ->
                    throw new ConfigProblem(
                            "`"
                                    + place
                                    + "`: "
                                    + invalid.message()
                                    + " "
                                    + invalid.problems().getFirst());
        };
    }
}
