package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** An organization as its management account holds it, in one state. */
public final class OrganizationView {
    private final Account management;
    private final Organization organization;

    private OrganizationView(Account management, Organization organization) {
        this.management = management;
        this.organization = organization;
    }

    /** The organization that this account manages; null if it manages none. */
    public static @Nullable OrganizationView managedBy(Account account) {
        return account.entity(Organization.KEY) instanceof Organization organization
                ? new OrganizationView(account, organization)
                : null;
    }

    /** Where this account says that its organization is; null if it is in none. */
    public static @Nullable AccountId managementOf(Account account) {
        if (account.entity(Organization.KEY) != null) {
            return account.id();
        }
        return account.entity(OrganizationMembership.KEY) instanceof OrganizationMembership member
                ? member.management()
                : null;
    }

    /** The organization itself. */
    public Organization organization() {
        return organization;
    }

    /** The account that manages it. */
    public AccountId managementId() {
        return management.id();
    }

    /** The top of the tree. */
    public OrganizationRoot root() {
        return this.<OrganizationRoot>all(EntityKind.ORGANIZATION_ROOT).iterator().next();
    }

    /** The unit of this id; null if there is none. */
    public @Nullable OrganizationalUnit unit(String id) {
        return (OrganizationalUnit) find(EntityKind.ORGANIZATIONAL_UNIT, id);
    }

    /** All units by id. */
    public Collection<OrganizationalUnit> units() {
        return all(EntityKind.ORGANIZATIONAL_UNIT);
    }

    /** The member with these twelve digits; null if the account is none. */
    public @Nullable MemberAccount member(String id) {
        return (MemberAccount) find(EntityKind.MEMBER_ACCOUNT, id);
    }

    /** All members by id, the managing account among them. */
    public Collection<MemberAccount> members() {
        return all(EntityKind.MEMBER_ACCOUNT);
    }

    /** The root, unit or member of this id; null if there is none. */
    public @Nullable OrganizationNode node(String id) {
        if (root().id().equals(id)) {
            return root();
        }
        OrganizationalUnit unit = unit(id);
        return unit == null ? member(id) : unit;
    }

    /** The root, every unit and every member. */
    public List<OrganizationNode> nodes() {
        List<OrganizationNode> nodes = new ArrayList<>();
        nodes.add(root());
        nodes.addAll(units());
        nodes.addAll(members());
        return nodes;
    }

    /** The nodes from the root down to this one. */
    public List<OrganizationNode> path(OrganizationNode node) {
        List<OrganizationNode> path = new ArrayList<>();
        for (OrganizationNode at = node; at != null; ) {
            path.add(at);
            String parent = at.parentId();
            at = parent == null ? null : node(parent);
        }
        Collections.reverse(path);
        return path;
    }

    /** {@code o-…/r-…/ou-…/}: every node above the one that the path ends with. */
    public String text(List<OrganizationNode> path) {
        StringBuilder text = new StringBuilder(organization().id()).append('/');
        for (OrganizationNode node : path.subList(0, path.size() - 1)) {
            text.append(node.id()).append('/');
        }
        return text.toString();
    }

    /** The policy of this id, AWS's among them; null if there is none. */
    public @Nullable OrganizationPolicy policy(String id) {
        for (OrganizationPolicy aws : OrganizationPolicy.OF_AWS) {
            if (aws.id().equals(id)) {
                return aws;
            }
        }
        return (OrganizationPolicy) find(EntityKind.ORGANIZATION_POLICY, id);
    }

    /** The organization's own policies by id. */
    public Collection<OrganizationPolicy> policies() {
        return all(EntityKind.ORGANIZATION_POLICY);
    }

    /** The request for an account of this id; null if there was none. */
    public @Nullable AccountCreation creation(String id) {
        return (AccountCreation) find(EntityKind.ACCOUNT_CREATION, id);
    }

    /** All requests for accounts by id. */
    public Collection<AccountCreation> creations() {
        return all(EntityKind.ACCOUNT_CREATION);
    }

    /** The organization's ARN. */
    public String arn() {
        return prefix() + "organization/" + organization.id();
    }

    /** The node's ARN. */
    public String arn(OrganizationNode node) {
        String type =
                switch (node) {
                    case OrganizationRoot root -> "root/";
                    case OrganizationalUnit unit -> "ou/";
                    case MemberAccount member -> "account/";
                };
        return prefix() + type + organization.id() + "/" + node.id();
    }

    /** The policy's ARN. */
    public String arn(OrganizationPolicy policy) {
        return policy.madeByAws()
                ? "arn:aws:organizations::aws:policy/" + folder(policy.type()) + policy.id()
                : policies(policy.type()) + policy.id();
    }

    /** The ARN of a policy that is being made, whose id nobody knows; a star stands for it. */
    public String arnOfNewPolicy(String type) {
        return policies(type) + "p-*";
    }

    private String policies(String type) {
        return prefix() + "policy/" + organization.id() + "/" + folder(type);
    }

    private static String folder(String type) {
        return type.toLowerCase(java.util.Locale.ROOT) + "/";
    }

    private String prefix() {
        return "arn:" + management.partition() + ":organizations::" + management.id() + ":";
    }

    private @Nullable Entity find(EntityKind kind, String id) {
        return management.entity(new EntityKey(kind, id));
    }

    @SuppressWarnings("unchecked") // a kind's index holds entities of that kind only
    private <E extends Entity> Collection<E> all(EntityKind kind) {
        return (Collection<E>) Objects.requireNonNull(management.sorted(kind));
    }
}
