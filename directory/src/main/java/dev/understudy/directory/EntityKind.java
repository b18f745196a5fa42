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
    SAML_PROVIDER,
    SETTINGS,
    DELETION_TASK
}
