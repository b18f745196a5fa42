package dev.understudy.directory;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A service that may act as a service principal: one of AWS's, played by a program of one's own, or
 * one of one's own. Whoever runs the server registers it; it belongs to no customer, so it lives in
 * an account of its own kind, {@link #HOME}, where its access keys name it as their user.
 *
 * @param name as trust policies name it, {@code backup.example.internal}
 * @param sourceArn the one resource it acts for; null if it says with each request
 * @param sourceAccount the account of that resource; null if it says with each request
 */
public record RegisteredService(
        String name, Instant createDate, @Nullable String sourceArn, @Nullable String sourceAccount)
        implements Entity {
    /** The account of the services, which holds nothing else. */
    public static final AccountId HOME = AccountId.of("000000000000");

    @Override
    public EntityKey key() {
        return key(name);
    }

    /** The key of the service of this name. */
    public static EntityKey key(String name) {
        return new EntityKey(EntityKind.REGISTERED_SERVICE, name);
    }
}
