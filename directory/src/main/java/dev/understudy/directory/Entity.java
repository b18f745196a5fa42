package dev.understudy.directory;

/** Something an account holds: an immutable record. */
public sealed interface Entity
        permits PolicyHolder,
                Tagged,
                UserCredential,
                OrganizationEntity,
                AccessKey,
                AccessKeyUse,
                AccountSettings,
                AccountFeatures,
                PrincipalAccess,
                AccessJob,
                CredentialReport,
                DeletionTask,
                DelegationRequest,
                IamInstanceProfileAssociation,
                ReceivedDelegation,
                PasswordPolicy,
                RegisteredService,
                RoleUsageReport,
                TokenSigningKey {
    /** What it is found by. */
    EntityKey key();
}
