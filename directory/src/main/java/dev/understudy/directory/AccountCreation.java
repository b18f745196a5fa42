package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A request for a new account of an organization, and what came of it.
 *
 * @param id {@code car-…}
 * @param requested second precision; it is completed in the same second
 * @param accountId twelve digits; null if it failed
 * @param failureReason AWS's name for it; null if it succeeded
 */
public record AccountCreation(
        String id,
        String accountName,
        Instant requested,
        @Nullable String accountId,
        @Nullable String failureReason)
        implements OrganizationEntity {
    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ACCOUNT_CREATION, id);
    }
}
