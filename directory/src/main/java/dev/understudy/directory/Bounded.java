package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

/** An entity that may have a permissions boundary. */
public sealed interface Bounded permits User, Role {
    /** The ARN of the managed policy that is the boundary; null if there is none. */
    @Nullable String permissionsBoundary();

    /** The same with this boundary instead; null for none. */
    Entity withPermissionsBoundary(@Nullable String arn);
}
