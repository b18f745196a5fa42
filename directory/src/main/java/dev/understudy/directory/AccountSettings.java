package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

/**
 * What is set once for a whole account.
 *
 * @param alias unique over all accounts; null if none
 */
public record AccountSettings(@Nullable String alias) implements Entity {
    /** Of an account where nothing was set. */
    public static final AccountSettings NONE = new AccountSettings(null);

    static final EntityKey KEY = new EntityKey(EntityKind.SETTINGS, "settings");

    @Override
    public EntityKey key() {
        return KEY;
    }
}
