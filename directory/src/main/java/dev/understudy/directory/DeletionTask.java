package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The deletion of a service-linked role.
 *
 * @param id {@code task/aws-service-role/…}
 * @param status {@code NOT_STARTED}, {@code IN_PROGRESS}, {@code SUCCEEDED} or {@code FAILED}
 * @param reason why it failed; null otherwise
 * @param usage what made it fail, by region; empty otherwise
 */
public record DeletionTask(
        String id,
        String roleName,
        String roleArn,
        String status,
        Instant createDate,
        @Nullable String reason,
        List<RoleUsage> usage)
        implements Entity {
    private static final String IN_PROGRESS = "IN_PROGRESS";

    /** As stored; tasks from before services could report have no list. */
    public DeletionTask(
            String id,
            String roleName,
            String roleArn,
            String status,
            Instant createDate,
            @Nullable String reason,
            @Nullable List<RoleUsage> usage) {
        this.id = id;
        this.roleName = roleName;
        this.roleArn = roleArn;
        this.status = status;
        this.createDate = createDate;
        this.reason = reason;
        this.usage = usage == null ? List.of() : List.copyOf(usage);
    }

    /** A task that is under way. */
    public static DeletionTask begun(String id, String roleName, String roleArn, Instant now) {
        return new DeletionTask(id, roleName, roleArn, IN_PROGRESS, now, null, List.of());
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.DELETION_TASK, id);
    }

    /** Whether it waits for the service's report. */
    public boolean underWay() {
        return status.equals(IN_PROGRESS);
    }

    /** The same, having ended well: the role is gone. */
    public DeletionTask succeeded() {
        return new DeletionTask(id, roleName, roleArn, "SUCCEEDED", createDate, null, List.of());
    }

    /** The same, having failed: the role stays. */
    public DeletionTask failed(String why, List<RoleUsage> because) {
        return new DeletionTask(id, roleName, roleArn, "FAILED", createDate, why, because);
    }
}
