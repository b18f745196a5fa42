package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A report about last access that somebody asked for; it is computed when it is read.
 *
 * @param id 36 characters
 * @param subject the ARN of a user, group, role or policy, or the path of a part of an organization
 * @param granularity {@code SERVICE_LEVEL} or {@code ACTION_LEVEL}; null for an organization's
 * @param policyId of the organization's policy that the report is limited to; null for none
 * @param createdBy the unique id of the principal that asked, who alone may read it
 * @param created second precision
 */
public record AccessJob(
        String id,
        String subject,
        @Nullable String granularity,
        @Nullable String policyId,
        String createdBy,
        Instant created)
        implements Entity {
    @Override
    public EntityKey key() {
        return key(id);
    }

    /** The key of the job of this id. */
    public static EntityKey key(String id) {
        return new EntityKey(EntityKind.ACCESS_JOB, id);
    }
}
