package dev.understudy.directory;

import java.util.List;

/**
 * What a service last reported of the use of the role that is linked to it. Of a role that there is
 * no report on, nothing uses it.
 *
 * @param roleId the role's unique id
 * @param checking whether the service is still looking; a deletion waits for its next report
 * @param usage what uses the role, by region
 */
public record RoleUsageReport(String roleId, boolean checking, List<RoleUsage> usage)
        implements Entity {
    public RoleUsageReport {
        usage = List.copyOf(usage);
    }

    @Override
    public EntityKey key() {
        return key(roleId);
    }

    /** The key of the report on the role of this unique id. */
    public static EntityKey key(String roleId) {
        return new EntityKey(EntityKind.ROLE_USAGE_REPORT, roleId);
    }
}
