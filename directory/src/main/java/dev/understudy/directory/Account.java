package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One account in one state: a value. Changing it makes another, which shares all that did not
 * change.
 *
 * <p>Names of users, groups, roles, policies and instance profiles are the same whatever the case
 * of their ASCII letters.
 */
public final class Account {
    private final AccountId id;
    private final long version;
    private final PMap<EntityKey, Entity> entities;
    private final Map<EntityKind, TreePMap<String, Entity>> names;

    private Account(
            AccountId id,
            long version,
            PMap<EntityKey, Entity> entities,
            Map<EntityKind, TreePMap<String, Entity>> names) {
        this.id = id;
        this.version = version;
        this.entities = entities;
        this.names = names;
    }

    /** An account with nothing in it, at version 0. */
    public static Account empty(AccountId id) {
        Map<EntityKind, TreePMap<String, Entity>> names = new java.util.EnumMap<>(EntityKind.class);
        for (EntityKind kind : EntityKind.values()) {
            names.put(kind, TreePMap.empty());
        }
        return new Account(id, 0, HashTreePMap.empty(), names);
    }

    /** The account after these changes. */
    public Account apply(List<Change> changes, long newVersion) {
        PMap<EntityKey, Entity> nextEntities = entities;
        Map<EntityKind, TreePMap<String, Entity>> nextNames = new java.util.EnumMap<>(names);
        for (Change change : changes) {
            Entity old = nextEntities.get(change.key());
            TreePMap<String, Entity> index =
                    Objects.requireNonNull(nextNames.get(change.key().kind()));
            if (old != null) {
                index = index.minus(sortName(old));
            }
            if (change instanceof Change.Put put) {
                nextEntities = nextEntities.plus(put.key(), put.entity());
                index = index.plus(sortName(put.entity()), put.entity());
            } else {
                nextEntities = nextEntities.minus(change.key());
            }
            nextNames.put(change.key().kind(), index);
        }
        return new Account(id, newVersion, nextEntities, nextNames);
    }

    private static String sortName(Entity entity) {
        return switch (entity) {
            case PolicyHolder holder -> fold(holder.name());
            case ManagedPolicy policy -> fold(policy.name());
            case InstanceProfile profile -> fold(profile.name());
            case AccessKey key -> key.userId() + " " + key.id();
            case OidcProvider provider -> provider.url();
            case SamlProvider provider -> provider.name();
            case OrganizationEntity part -> part.key().id();
            case AccountFeatures features -> "";
            case PrincipalAccess access -> access.principalId();
            case AccessJob job -> job.id();
            case AccountSettings settings -> "";
            case TokenSigningKey key -> key.keyId();
            case DeletionTask task -> task.id();
            case UserCredential credential -> credential.userId() + " " + credential.id();
            case MfaDevice device -> fold(device.serialNumber()) + " " + device.serialNumber();
            case ServerCertificate certificate -> fold(certificate.name());
            case AccessKeyUse use -> use.keyId();
            case PasswordPolicy policy -> "";
            case CredentialReport report -> "";
            case RoleUsageReport report -> report.roleId();
            case DelegationRequest request -> request.id();
            case ReceivedDelegation pointer -> pointer.requestId();
            case RegisteredService service -> service.name();
            case IamInstanceProfileAssociation association -> association.id();
        };
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The twelve digits. */
    public AccountId id() {
        return id;
    }

    /** Grows by one with every transaction that changes something. */
    public long version() {
        return version;
    }

    /** {@code aws}. */
    public String partition() {
        return "aws";
    }

    /** All entities, in no order. */
    public Collection<Entity> entities() {
        return entities.values();
    }

    /** The entity of this key; null if there is none. */
    public @Nullable Entity entity(EntityKey key) {
        return entities.get(key);
    }

    private <E> @Nullable E byKey(Class<E> type, EntityKind kind, String key) {
        return type.cast(entities.get(new EntityKey(kind, key)));
    }

    private <E> @Nullable E byName(Class<E> type, EntityKind kind, String name) {
        return type.cast(index(kind).get(fold(name)));
    }

    private TreePMap<String, Entity> index(EntityKind kind) {
        return Objects.requireNonNull(names.get(kind));
    }

    @SuppressWarnings("unchecked") // a kind's index holds entities of that kind only
    <E extends Entity> @Nullable E named(EntityKind kind, String name) {
        return (E) index(kind).get(fold(name));
    }

    /** The entities of a kind that is sorted by user, of the user of this unique id. */
    @SuppressWarnings("unchecked") // a kind's index holds entities of that kind only
    <E extends Entity> Collection<E> ownedBy(EntityKind kind, String userId) {
        return (Collection<E>) index(kind).subMap(userId + " ", userId + "!").values();
    }

    @SuppressWarnings("unchecked") // a kind's index holds entities of that kind only
    <E extends Entity> Collection<E> sorted(EntityKind kind) {
        return (Collection<E>) index(kind).values();
    }

    /** The user of this name; null if there is none. */
    public @Nullable User user(String name) {
        return byName(User.class, EntityKind.USER, name);
    }

    /** The user of this unique id; null if there is none. */
    public @Nullable User userById(String userId) {
        return byKey(User.class, EntityKind.USER, userId);
    }

    /** All users by name. */
    public Collection<User> users() {
        return sorted(EntityKind.USER);
    }

    /** The group of this name; null if there is none. */
    public @Nullable Group group(String name) {
        return byName(Group.class, EntityKind.GROUP, name);
    }

    /** The group of this unique id; null if there is none. */
    public @Nullable Group groupById(String groupId) {
        return byKey(Group.class, EntityKind.GROUP, groupId);
    }

    /** All groups by name. */
    public Collection<Group> groups() {
        return sorted(EntityKind.GROUP);
    }

    /** The users in the group, by name. */
    public List<User> membersOf(String groupId) {
        return users().stream().filter(user -> user.groups().contains(groupId)).toList();
    }

    /** The role of this name; null if there is none. */
    public @Nullable Role role(String name) {
        return byName(Role.class, EntityKind.ROLE, name);
    }

    /** The role of this unique id; null if there is none. */
    public @Nullable Role roleById(String roleId) {
        return byKey(Role.class, EntityKind.ROLE, roleId);
    }

    /** The role with exactly this ARN, case and path included; null if there is none. */
    public @Nullable Role roleByArn(String arn) {
        Role role = role(arn.substring(arn.lastIndexOf('/') + 1));
        return role != null && role.arn(this).equals(arn) ? role : null;
    }

    /** The user with exactly this ARN, case and path included; null if there is none. */
    public @Nullable User userByArn(String arn) {
        User user = user(arn.substring(arn.lastIndexOf('/') + 1));
        return user != null && user.arn(this).equals(arn) ? user : null;
    }

    /** All roles by name. */
    public Collection<Role> roles() {
        return sorted(EntityKind.ROLE);
    }

    /** The customer managed policy with exactly this ARN; null if there is none. */
    public @Nullable ManagedPolicy policy(String arn) {
        ManagedPolicy policy = policyByName(arn.substring(arn.lastIndexOf('/') + 1));
        return policy != null && policy.arn(this).equals(arn) ? policy : null;
    }

    /** The customer managed policy of this name; null if there is none. */
    public @Nullable ManagedPolicy policyByName(String name) {
        return byName(ManagedPolicy.class, EntityKind.POLICY, name);
    }

    /** All customer managed policies by name. */
    public Collection<ManagedPolicy> policies() {
        return sorted(EntityKind.POLICY);
    }

    /** The instance profile of this name; null if there is none. */
    public @Nullable InstanceProfile instanceProfile(String name) {
        return byName(InstanceProfile.class, EntityKind.INSTANCE_PROFILE, name);
    }

    /** All instance profiles by name. */
    public Collection<InstanceProfile> instanceProfiles() {
        return sorted(EntityKind.INSTANCE_PROFILE);
    }

    /** The access key of this id; null if there is none. */
    public @Nullable AccessKey accessKey(String keyId) {
        return byKey(AccessKey.class, EntityKind.ACCESS_KEY, keyId);
    }

    /** The access keys of the user of this unique id. */
    public List<AccessKey> accessKeysOf(String userId) {
        return List.copyOf(this.<AccessKey>ownedBy(EntityKind.ACCESS_KEY, userId));
    }

    /** What its users prove themselves with, but for access keys. */
    public Credentials credentials() {
        return new Credentials(this);
    }

    /** The instance profiles that its instances have. */
    public ProfileAssociations profileAssociations() {
        return new ProfileAssociations(this);
    }

    /** The delegation requests it made, and those it took on. */
    public Delegations delegations() {
        return new Delegations(this);
    }

    /** The service of this name, in the account of the services; null if there is none. */
    public @Nullable RegisteredService service(String name) {
        return byKey(RegisteredService.class, EntityKind.REGISTERED_SERVICE, name);
    }

    /** All services by name. */
    public Collection<RegisteredService> services() {
        return sorted(EntityKind.REGISTERED_SERVICE);
    }

    /** The provider with this URL, without {@code https://}; null if there is none. */
    public @Nullable OidcProvider oidcProvider(String url) {
        return byKey(OidcProvider.class, EntityKind.OIDC_PROVIDER, url);
    }

    /** All OpenID Connect providers by URL. */
    public Collection<OidcProvider> oidcProviders() {
        return sorted(EntityKind.OIDC_PROVIDER);
    }

    /** The SAML provider of this name; null if there is none. */
    public @Nullable SamlProvider samlProvider(String name) {
        return byKey(SamlProvider.class, EntityKind.SAML_PROVIDER, name);
    }

    /** All SAML providers by name. */
    public Collection<SamlProvider> samlProviders() {
        return sorted(EntityKind.SAML_PROVIDER);
    }

    /** The deletion task of this id; null if there is none. */
    public @Nullable DeletionTask deletionTask(String taskId) {
        return byKey(DeletionTask.class, EntityKind.DELETION_TASK, taskId);
    }

    /** What each principal tried last, as far as that is written; by unique id. */
    public Collection<PrincipalAccess> principalAccess() {
        return sorted(EntityKind.PRINCIPAL_ACCESS);
    }

    /** The reports about last access that were asked for, by id. */
    public Collection<AccessJob> accessJobs() {
        return sorted(EntityKind.ACCESS_JOB);
    }

    /** The deletion of the role with this ARN that is under way; null if none is. */
    public @Nullable DeletionTask openDeletion(String roleArn) {
        return this.<DeletionTask>sorted(EntityKind.DELETION_TASK).stream()
                .filter(task -> task.underWay() && task.roleArn().equals(roleArn))
                .findFirst()
                .orElse(null);
    }

    /** What its service reported of the role of this unique id; null if it reported nothing. */
    public @Nullable RoleUsageReport roleUsage(String roleId) {
        return byKey(RoleUsageReport.class, EntityKind.ROLE_USAGE_REPORT, roleId);
    }

    /** What is set for the whole account. */
    public AccountSettings settings() {
        AccountSettings settings =
                byKey(AccountSettings.class, EntityKind.SETTINGS, AccountSettings.KEY.id());
        return settings == null ? AccountSettings.NONE : settings;
    }

    /** The alias; null if there is none. */
    public @Nullable String alias() {
        return settings().alias();
    }

    /** The users, groups and roles to which the managed policy is attached. */
    public List<PolicyHolder> principalsWith(String policyArn) {
        return holders().filter(holder -> holder.attachedPolicies().contains(policyArn)).toList();
    }

    /** How many users, groups and roles the managed policy is attached to. */
    public int attachmentCount(String policyArn) {
        return (int)
                holders().filter(holder -> holder.attachedPolicies().contains(policyArn)).count();
    }

    /** How many users and roles have the managed policy as their boundary. */
    public int boundaryUseCount(String policyArn) {
        return (int)
                holders()
                        .filter(holder ->
                                holder instanceof Bounded bounded
                                        && policyArn.equals(bounded.permissionsBoundary()))
                        .count();
    }

    private java.util.stream.Stream<PolicyHolder> holders() {
        return java.util.stream.Stream.of(users(), groups(), roles()).flatMap(Collection::stream);
    }
}
