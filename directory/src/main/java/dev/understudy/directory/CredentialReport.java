package dev.understudy.directory;

import java.time.Instant;

/** The credential report of an account, as it was generated: comma-separated values. */
public record CredentialReport(Instant generatedTime, String csv) implements Entity {
    static final EntityKey KEY = new EntityKey(EntityKind.CREDENTIAL_REPORT, "credential-report");

    @Override
    public EntityKey key() {
        return KEY;
    }
}
