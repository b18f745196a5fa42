package dev.understudy.directory;

import dev.understudy.policy.AccountId;

/**
 * Where a member looks for its organization. It is no proof: a member is whom the organization
 * lists.
 *
 * @param managementAccount twelve digits
 */
public record OrganizationMembership(String managementAccount) implements OrganizationEntity {
    static final EntityKey KEY = new EntityKey(EntityKind.ORGANIZATION_MEMBERSHIP, "membership");

    @Override
    public EntityKey key() {
        return KEY;
    }

    /** The account that manages the organization. */
    public AccountId management() {
        return AccountId.of(managementAccount);
    }
}
