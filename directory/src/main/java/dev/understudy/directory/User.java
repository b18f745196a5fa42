package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An IAM user.
 *
 * @param id {@code AIDA…}
 * @param path begins and ends with a slash
 * @param createDate second precision
 * @param groups the unique ids of the groups it is in
 * @param permissionsBoundary the ARN of the managed policy that limits it; null if none
 */
public record User(
        String id,
        String name,
        String path,
        Instant createDate,
        Map<String, String> tags,
        Map<String, PolicyDocument> inlinePolicies,
        List<String> attachedPolicies,
        Set<String> groups,
        @Nullable String permissionsBoundary)
        implements PolicyHolder, Tagged, Bounded {

    public User {
        tags = Copies.of(tags);
        inlinePolicies = Copies.of(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
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
        return new User(
                id,
                name,
                path,
                createDate,
                newTags,
                inlinePolicies,
                attachedPolicies,
                groups,
                permissionsBoundary);
    }

    @Override
    public User withPermissionsBoundary(@Nullable String arn) {
        return new User(
                id, name, path, createDate, tags, inlinePolicies, attachedPolicies, groups, arn);
    }

    @Override
    public User withInlinePolicy(String policyName, PolicyDocument document) {
        return new User(
                id,
                name,
                path,
                createDate,
                tags,
                Copies.with(inlinePolicies, policyName, document),
                attachedPolicies,
                groups,
                permissionsBoundary);
    }

    @Override
    public User withoutInlinePolicy(String policyName) {
        return new User(
                id,
                name,
                path,
                createDate,
                tags,
                Copies.without(inlinePolicies, policyName),
                attachedPolicies,
                groups,
                permissionsBoundary);
    }

    @Override
    public User withAttached(String arn) {
        return new User(
                id,
                name,
                path,
                createDate,
                tags,
                inlinePolicies,
                Copies.with(attachedPolicies, arn),
                groups,
                permissionsBoundary);
    }

    @Override
    public User withoutAttached(String arn) {
        return new User(
                id,
                name,
                path,
                createDate,
                tags,
                inlinePolicies,
                Copies.without(attachedPolicies, arn),
                groups,
                permissionsBoundary);
    }

    /** The same under another name and path. */
    public User renamed(String newName, String newPath) {
        return new User(
                id,
                newName,
                newPath,
                createDate,
                tags,
                inlinePolicies,
                attachedPolicies,
                groups,
                permissionsBoundary);
    }

    /** The same in these groups instead. */
    public User withGroups(Set<String> groupIds) {
        return new User(
                id,
                name,
                path,
                createDate,
                tags,
                inlinePolicies,
                attachedPolicies,
                groupIds,
                permissionsBoundary);
    }
}
