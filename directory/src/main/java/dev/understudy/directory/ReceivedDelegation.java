package dev.understudy.directory;

/**
 * A pointer to a delegation request that somebody of this account took on, so that the account's
 * requests can be listed. It proves nothing: whose the request is, the request itself says.
 *
 * @param requestId of the request
 * @param requestorId the account that holds it
 */
public record ReceivedDelegation(String requestId, String requestorId) implements Entity {
    @Override
    public EntityKey key() {
        return key(requestId);
    }

    /** The key of the pointer to the request of this id. */
    public static EntityKey key(String requestId) {
        return new EntityKey(EntityKind.RECEIVED_DELEGATION, requestId);
    }
}
