package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * An IAM role.
 *
 * @param id {@code AROA…}
 * @param path begins and ends with a slash
 * @param createDate second precision
 * @param trustPolicy with the unique ids of users and roles for principals, so that whoever is made
 *     again under the same name is not trusted
 * @param description null if never set
 * @param maxSessionDurationSeconds 3,600 to 43,200
 * @param linkedService the service principal of a service-linked role; null for all others
 */
public record Role(
        String id,
        String name,
        String path,
        Instant createDate,
        PolicyDocument trustPolicy,
        @Nullable String description,
        int maxSessionDurationSeconds,
        Map<String, String> tags,
        Permissions permissions,
        @Nullable String linkedService)
        implements PolicyHolder, Tagged, Bounded {

    public Role {
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ROLE, id);
    }

    /** The ARN that a role of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "role", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    @Override
    public Role withTags(Map<String, String> newTags) {
        return with(trustPolicy, description, maxSessionDurationSeconds, newTags, permissions);
    }

    @Override
    public Role withPermissions(Permissions newPermissions) {
        return with(trustPolicy, description, maxSessionDurationSeconds, tags, newPermissions);
    }

    /** The same with this trust policy. */
    public Role withTrustPolicy(PolicyDocument policy) {
        return with(policy, description, maxSessionDurationSeconds, tags, permissions);
    }

    /** The same with this description. */
    public Role withDescription(@Nullable String text) {
        return with(trustPolicy, text, maxSessionDurationSeconds, tags, permissions);
    }

    /** The same with this limit of its sessions. */
    public Role withMaxSessionDurationSeconds(int seconds) {
        return with(trustPolicy, description, seconds, tags, permissions);
    }

    /** Name, path and id of a role never change. */
    private Role with(
            PolicyDocument trust,
            @Nullable String text,
            int seconds,
            Map<String, String> newTags,
            Permissions newPermissions) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trust,
                text,
                seconds,
                newTags,
                newPermissions,
                linkedService);
    }
}
