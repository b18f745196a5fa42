package dev.understudy.directory;

/**
 * A credential of one user, apart from its access keys and devices; an access key is an entity of
 * its own.
 */
public sealed interface UserCredential extends Entity
        permits LoginProfile, ServiceCredential, SigningCertificate, SshPublicKey {
    /** Unique among the credentials of its kind. */
    String id();

    /** The unique id of its user; the account id for a credential of the root user. */
    String userId();
}
