package dev.understudy.directory;

import java.time.Instant;

/**
 * A long-term access key.
 *
 * @param id {@code AKIA…}
 * @param userId the unique id of its user; the account id for a key of the root user
 * @param secret sealed under {@link #SECRET_PURPOSE}, bound to the id
 */
public record AccessKey(
        String id, String userId, AccessKeyStatus status, Instant createDate, Sealed secret)
        implements Entity {
    /** The purpose under which secrets of access keys are sealed. */
    public static final String SECRET_PURPOSE = "access-key-secret";

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ACCESS_KEY, id);
    }

    /** The same with this status. */
    public AccessKey withStatus(AccessKeyStatus newStatus) {
        return new AccessKey(id, userId, newStatus, createDate, secret);
    }
}
