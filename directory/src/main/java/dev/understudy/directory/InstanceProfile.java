package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * An instance profile, which delivers a role to an EC2 instance.
 *
 * @param id {@code AIPA…}
 * @param roleId the unique id of its role; null if it has none
 */
public record InstanceProfile(
        String id,
        String name,
        String path,
        Instant createDate,
        Map<String, String> tags,
        @Nullable String roleId)
        implements Tagged {

    public InstanceProfile {
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.INSTANCE_PROFILE, id);
    }

    /** The ARN that an instance profile of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "instance-profile", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    @Override
    public InstanceProfile withTags(Map<String, String> newTags) {
        return new InstanceProfile(id, name, path, createDate, newTags, roleId);
    }

    /** The same with this role; null for none. */
    public InstanceProfile withRole(@Nullable String newRoleId) {
        return new InstanceProfile(id, name, path, createDate, tags, newRoleId);
    }
}
