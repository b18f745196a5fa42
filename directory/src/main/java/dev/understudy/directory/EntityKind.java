package dev.understudy.directory;

/** The kinds of entity an account holds; the names are part of the stored form. */
public enum EntityKind {
    USER,
    GROUP,
    ROLE,
    POLICY,
    INSTANCE_PROFILE,
    ACCESS_KEY,
    OIDC_PROVIDER,
    SETTINGS,
    DELETION_TASK,
    LOGIN_PROFILE,
    PASSWORD_POLICY,
    MFA_DEVICE,
    SSH_PUBLIC_KEY,
    SIGNING_CERTIFICATE,
    SERVER_CERTIFICATE,
    SERVICE_CREDENTIAL,
    ACCESS_KEY_USE,
    CREDENTIAL_REPORT
}
