package dev.understudy.directory;

/**
 * What passwords of an account's users must be.
 *
 * @param minimumLength 6 to 128 characters
 * @param allowUsersToChange whether every user may change its own
 * @param maxAgeDays 1 to 1095; 0 if passwords never expire
 * @param reusePrevention how many earlier passwords may not come back, 1 to 24; 0 if any may
 * @param hardExpiry whether only an administrator ends an expiry at the console
 */
public record PasswordPolicy(
        int minimumLength,
        boolean requireSymbols,
        boolean requireNumbers,
        boolean requireUppercase,
        boolean requireLowercase,
        boolean allowUsersToChange,
        int maxAgeDays,
        int reusePrevention,
        boolean hardExpiry)
        implements Entity {
    static final EntityKey KEY = new EntityKey(EntityKind.PASSWORD_POLICY, "password-policy");

    @Override
    public EntityKey key() {
        return KEY;
    }
}
