package dev.understudy.directory;

import java.time.Instant;

/**
 * A user's X.509 signing certificate.
 *
 * @param id 32 letters and digits
 * @param userId the unique id of its user; the account id for the root user
 * @param body PEM, as it was uploaded
 */
public record SigningCertificate(
        String id, String userId, String body, AccessKeyStatus status, Instant uploadDate)
        implements UserCredential {
    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.SIGNING_CERTIFICATE, id);
    }

    /** The same with this status. */
    public SigningCertificate withStatus(AccessKeyStatus newStatus) {
        return new SigningCertificate(id, userId, body, newStatus, uploadDate);
    }
}
