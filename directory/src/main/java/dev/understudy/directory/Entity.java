package dev.understudy.directory;

/** Something an account holds: an immutable record. */
public sealed interface Entity
        permits PolicyHolder,
                Tagged,
                OrganizationEntity,
                AccessKey,
                AccountSettings,
                AccountFeatures,
                PrincipalAccess,
                AccessJob,
                DeletionTask {
    /** What it is found by. */
    EntityKey key();
}
