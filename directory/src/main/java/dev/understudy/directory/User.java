package dev.understudy.directory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An IAM user.
 *
 * @param id {@code AIDA…}
 * @param path begins and ends with a slash
 * @param createDate second precision
 * @param groups the unique ids of the groups it is in
 */
public record User(
        String id,
        String name,
        String path,
        Instant createDate,
        Map<String, String> tags,
        Permissions permissions,
        Set<String> groups)
        implements PolicyHolder, Tagged, Bounded {

    public User {
        tags = Copies.of(tags);
        groups = Copies.of(groups);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.USER, id);
    }

    /** The ARN that a user of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "user", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    @Override
    public User withTags(Map<String, String> newTags) {
        return new User(id, name, path, createDate, newTags, permissions, groups);
    }

    @Override
    public User withPermissions(Permissions newPermissions) {
        return new User(id, name, path, createDate, tags, newPermissions, groups);
    }

    /** The same under another name and path. */
    public User renamed(String newName, String newPath) {
        return new User(id, newName, newPath, createDate, tags, permissions, groups);
    }

    /** The same in these groups instead. */
    public User withGroups(Set<String> groupIds) {
        return new User(id, name, path, createDate, tags, permissions, groupIds);
    }
}
