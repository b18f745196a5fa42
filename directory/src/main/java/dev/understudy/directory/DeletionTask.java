package dev.understudy.directory;

import java.time.Instant;

/**
 * The deletion of a service-linked role.
 *
 * @param id {@code task/aws-service-role/…}
 * @param status {@code NOT_STARTED}, {@code IN_PROGRESS}, {@code SUCCEEDED} or {@code FAILED}
 */
public record DeletionTask(
        String id, String roleName, String roleArn, String status, Instant createDate)
        implements Entity {
    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.DELETION_TASK, id);
    }
}
