package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An IAM role.
 *
 * @param id {@code AROA…}
 * @param trustPolicy with the unique ids of users and roles for principals, so that whoever is made
 *     again under the same name is not trusted
 * @param description null if never set
 * @param maxSessionDurationSeconds 3,600 to 43,200
 * @param permissionsBoundary the ARN of the managed policy that limits it; null if none
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
        Map<String, PolicyDocument> inlinePolicies,
        List<String> attachedPolicies,
        @Nullable String permissionsBoundary,
        @Nullable String linkedService)
        implements PolicyHolder, Tagged, Bounded {

    public Role {
        tags = Copies.of(tags);
        inlinePolicies = Copies.of(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
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
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                newTags,
                inlinePolicies,
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }

    @Override
    public Role withPermissionsBoundary(@Nullable String arn) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                tags,
                inlinePolicies,
                attachedPolicies,
                arn,
                linkedService);
    }

    @Override
    public Role withInlinePolicy(String policyName, PolicyDocument document) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                tags,
                Copies.with(inlinePolicies, policyName, document),
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }

    @Override
    public Role withoutInlinePolicy(String policyName) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                tags,
                Copies.without(inlinePolicies, policyName),
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }

    @Override
    public Role withAttached(String arn) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                tags,
                inlinePolicies,
                Copies.with(attachedPolicies, arn),
                permissionsBoundary,
                linkedService);
    }

    @Override
    public Role withoutAttached(String arn) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                maxSessionDurationSeconds,
                tags,
                inlinePolicies,
                Copies.without(attachedPolicies, arn),
                permissionsBoundary,
                linkedService);
    }

    /** The same with this trust policy. */
    public Role withTrustPolicy(PolicyDocument policy) {
        return new Role(
                id,
                name,
                path,
                createDate,
                policy,
                description,
                maxSessionDurationSeconds,
                tags,
                inlinePolicies,
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }

    /** The same with this description. */
    public Role withDescription(@Nullable String text) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                text,
                maxSessionDurationSeconds,
                tags,
                inlinePolicies,
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }

    /** The same with this limit of its sessions. */
    public Role withMaxSessionDurationSeconds(int seconds) {
        return new Role(
                id,
                name,
                path,
                createDate,
                trustPolicy,
                description,
                seconds,
                tags,
                inlinePolicies,
                attachedPolicies,
                permissionsBoundary,
                linkedService);
    }
}
