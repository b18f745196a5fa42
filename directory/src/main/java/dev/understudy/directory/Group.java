package dev.understudy.directory;

import java.time.Instant;

/**
 * A group of IAM users.
 *
 * @param id {@code AGPA…}
 * @param path begins and ends with a slash
 * @param createDate second precision
 * @param permissions without a boundary
 */
public record Group(
        String id, String name, String path, Instant createDate, Permissions permissions)
        implements PolicyHolder {

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.GROUP, id);
    }

    /** The ARN that a group of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "group", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    @Override
    public Group withPermissions(Permissions newPermissions) {
        return new Group(id, name, path, createDate, newPermissions);
    }

    /** The same under another name and path. */
    public Group renamed(String newName, String newPath) {
        return new Group(id, newName, newPath, createDate, permissions);
    }
}
