package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

/** An entity that may have a permissions boundary: groups may not. */
public sealed interface Bounded permits User, Role {
    /** Its policies, the boundary among them. */
    Permissions permissions();

    /** The same with these policies instead. */
    PolicyHolder withPermissions(Permissions permissions);

    /** The ARN of the managed policy that is the boundary; null if there is none. */
    default @Nullable String permissionsBoundary() {
        return permissions().boundary();
    }

    /** The same with this boundary instead; null for none. */
    default PolicyHolder withPermissionsBoundary(@Nullable String arn) {
        return withPermissions(permissions().withBoundary(arn));
    }
}
