package dev.understudy.directory;

import java.time.Instant;

/**
 * When and for what an access key was last used, as far as it is recorded.
 *
 * @param keyId the access key's
 * @param service as in a credential scope, {@code iam}
 * @param region as in a credential scope
 */
public record AccessKeyUse(String keyId, Instant date, String service, String region)
        implements Entity {
    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ACCESS_KEY_USE, keyId);
    }
}
