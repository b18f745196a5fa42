package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A group of IAM users.
 *
 * @param id {@code AGPA…}
 */
public record Group(
        String id,
        String name,
        String path,
        Instant createDate,
        Map<String, PolicyDocument> inlinePolicies,
        List<String> attachedPolicies)
        implements PolicyHolder {

    public Group {
        inlinePolicies = Copies.of(inlinePolicies);
        attachedPolicies = List.copyOf(attachedPolicies);
    }

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
    public Group withInlinePolicy(String policyName, PolicyDocument document) {
        return new Group(
                id,
                name,
                path,
                createDate,
                Copies.with(inlinePolicies, policyName, document),
                attachedPolicies);
    }

    @Override
    public Group withoutInlinePolicy(String policyName) {
        return new Group(
                id,
                name,
                path,
                createDate,
                Copies.without(inlinePolicies, policyName),
                attachedPolicies);
    }

    @Override
    public Group withAttached(String arn) {
        return new Group(
                id, name, path, createDate, inlinePolicies, Copies.with(attachedPolicies, arn));
    }

    @Override
    public Group withoutAttached(String arn) {
        return new Group(
                id, name, path, createDate, inlinePolicies, Copies.without(attachedPolicies, arn));
    }

    /** The same under another name and path. */
    public Group renamed(String newName, String newPath) {
        return new Group(id, newName, newPath, createDate, inlinePolicies, attachedPolicies);
    }
}
