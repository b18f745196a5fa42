package dev.understudy.directory;

/** Something an account holds: an immutable record. */
public sealed interface Entity
        permits PolicyHolder,
                Tagged,
                UserCredential,
                AccessKey,
                AccessKeyUse,
                AccountSettings,
                CredentialReport,
                DeletionTask,
                PasswordPolicy {
    /** What it is found by. */
    EntityKey key();
}
