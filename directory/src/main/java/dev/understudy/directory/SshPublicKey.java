package dev.understudy.directory;

import java.time.Instant;

/**
 * A user's SSH public key.
 *
 * @param id {@code APKA…}
 * @param userId the unique id of its user
 * @param body as it was uploaded, in SSH's encoding or PEM
 * @param fingerprint MD5 of SSH's encoding, in hexadecimal pairs with colons
 */
public record SshPublicKey(
        String id,
        String userId,
        String body,
        String fingerprint,
        AccessKeyStatus status,
        Instant uploadDate)
        implements UserCredential {
    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.SSH_PUBLIC_KEY, id);
    }

    /** The same with this status. */
    public SshPublicKey withStatus(AccessKeyStatus newStatus) {
        return new SshPublicKey(id, userId, body, fingerprint, newStatus, uploadDate);
    }
}
