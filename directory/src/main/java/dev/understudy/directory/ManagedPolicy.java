package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A customer managed policy.
 *
 * @param id {@code ANPA…}
 * @param path begins and ends with a slash
 * @param description null if none was given
 * @param updateDate when its versions last changed
 * @param defaultVersion the id of the version in force
 * @param versions oldest first, at least the default one
 * @param lastVersionNumber the highest ever used
 */
public record ManagedPolicy(
        String id,
        String name,
        String path,
        @Nullable String description,
        Instant createDate,
        Instant updateDate,
        Map<String, String> tags,
        String defaultVersion,
        List<PolicyVersion> versions,
        int lastVersionNumber)
        implements Tagged {

    public ManagedPolicy {
        tags = Copies.of(tags);
        versions = List.copyOf(versions);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.POLICY, id);
    }

    /** The ARN that a policy of this path and name has, whether it exists or not. */
    public static String arn(Account account, String path, String name) {
        return Arns.iam(account, "policy", path + name);
    }

    /** The ARN. */
    public String arn(Account account) {
        return arn(account, path, name);
    }

    /** The version of this id; null if there is none. */
    public @Nullable PolicyVersion version(String versionId) {
        return versions.stream()
                .filter(v -> v.versionId().equals(versionId))
                .findFirst()
                .orElse(null);
    }

    /** The document in force. */
    public PolicyDocument defaultDocument() {
        PolicyVersion version = version(defaultVersion);
        return version == null ? PolicyDocument.unreadable("") : version.document();
    }

    @Override
    public ManagedPolicy withTags(Map<String, String> newTags) {
        return new ManagedPolicy(
                id,
                name,
                path,
                description,
                createDate,
                updateDate,
                newTags,
                defaultVersion,
                versions,
                lastVersionNumber);
    }

    /** The same with these versions, changed at this time. */
    public ManagedPolicy withVersions(
            String newDefault, List<PolicyVersion> newVersions, int lastNumber, Instant at) {
        return new ManagedPolicy(
                id,
                name,
                path,
                description,
                createDate,
                at,
                tags,
                newDefault,
                newVersions,
                lastNumber);
    }
}
