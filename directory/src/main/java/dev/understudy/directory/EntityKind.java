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
    ORGANIZATION,
    ORGANIZATION_ROOT,
    ORGANIZATIONAL_UNIT,
    MEMBER_ACCOUNT,
    ORGANIZATION_POLICY,
    ORGANIZATION_MEMBERSHIP,
    ACCOUNT_CREATION,
    ACCOUNT_FEATURES,
    PRINCIPAL_ACCESS,
    ACCESS_JOB,
    SETTINGS,
    DELETION_TASK
}
