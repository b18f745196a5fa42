package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A user's credential for one service.
 *
 * @param id {@code ACCA…}
 * @param userId the unique id of its user
 * @param serviceName {@code codecommit.amazonaws.com}
 * @param alias the user name or alias that the service knows it by
 * @param secret sealed under {@link #SECRET_PURPOSE} and bound to the id
 * @param expirationDate null if it never expires
 */
public record ServiceCredential(
        String id,
        String userId,
        String serviceName,
        String alias,
        Sealed secret,
        AccessKeyStatus status,
        Instant createDate,
        @Nullable Instant expirationDate)
        implements UserCredential {
    /** The purpose under which secrets are sealed. */
    public static final String SECRET_PURPOSE = "service-credential-secret";

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.SERVICE_CREDENTIAL, id);
    }

    /** The same with this status. */
    public ServiceCredential withStatus(AccessKeyStatus newStatus) {
        return new ServiceCredential(
                id, userId, serviceName, alias, secret, newStatus, createDate, expirationDate);
    }

    /** The same with this secret. */
    public ServiceCredential withSecret(Sealed newSecret) {
        return new ServiceCredential(
                id, userId, serviceName, alias, newSecret, status, createDate, expirationDate);
    }
}
