package dev.understudy.iam.roles;

import dev.understudy.directory.Account;
import dev.understudy.directory.Change;
import dev.understudy.directory.DeletionTask;
import dev.understudy.directory.Role;
import dev.understudy.directory.RoleUsageReport;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * How the deletion of a service-linked role goes on: its service decides, by reporting what uses
 * the role. A service that reports nothing uses nothing.
 */
public final class LinkedRoleDeletion {
    private static final String IN_USE =
            "The role is in use by resources of the service that it is linked to.";

    private LinkedRoleDeletion() {}

    /** The service's report, and what becomes of a deletion that waited for it. */
    public static List<Change> reported(Account account, Role role, RoleUsageReport report) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Put(report));
        DeletionTask open = account.openDeletion(role.arn(account));
        if (open != null) {
            changes.addAll(next(open, role, report));
        }
        return changes;
    }

    /**
     * What becomes of a deletion by what the service reported.
     *
     * @param report null if it reported nothing
     */
    static List<Change> next(DeletionTask task, Role role, @Nullable RoleUsageReport report) {
        if (report != null && report.checking()) {
            return List.of(new Change.Put(task));
        }
        if (report != null && !report.usage().isEmpty()) {
            return List.of(new Change.Put(task.failed(IN_USE, report.usage())));
        }
        return List.of(
                new Change.Put(task.succeeded()),
                new Change.Remove(role.key()),
                new Change.Remove(RoleUsageReport.key(role.id())));
    }
}
