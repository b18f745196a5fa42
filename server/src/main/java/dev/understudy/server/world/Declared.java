package dev.understudy.server.world;

import dev.understudy.policy.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Accounts and what is in them, as somebody declares them: names and documents, no ids but those of
 * an export. Each knows the place where it was declared, which messages name.
 */
public final class Declared {
    private Declared() {}

    /** An account. */
    public record Account(
            String place,
            AccountId id,
            @Nullable String alias,
            List<Policy> policies,
            List<Group> groups,
            List<User> users,
            List<Role> roles,
            List<Profile> profiles,
            List<Provider> providers) {}

    /** A managed policy with its versions, one of which is the default. */
    public record Policy(
            String place,
            String name,
            String path,
            @Nullable String description,
            @Nullable String id,
            List<PolicyVersion> versions,
            Map<String, String> tags) {}

    /** A version of a managed policy. */
    public record PolicyVersion(String versionId, String document, boolean isDefault) {}

    /** A group. */
    public record Group(
            String place,
            String name,
            String path,
            @Nullable String id,
            List<String> managedPolicies,
            Map<String, String> inlinePolicies) {}

    /** A user with its access keys. */
    public record User(
            String place,
            String name,
            String path,
            @Nullable String id,
            List<String> managedPolicies,
            Map<String, String> inlinePolicies,
            List<String> groups,
            @Nullable String permissionsBoundary,
            Map<String, String> tags,
            List<Key> accessKeys) {}

    /** An access key. */
    public record Key(String place, String id, String secret) {
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /** A role. */
    public record Role(
            String place,
            String name,
            String path,
            @Nullable String id,
            String trustPolicy,
            @Nullable String description,
            int maxSessionDurationSeconds,
            List<String> managedPolicies,
            Map<String, String> inlinePolicies,
            @Nullable String permissionsBoundary,
            Map<String, String> tags) {}

    /** An instance profile. */
    public record Profile(
            String place, String name, String path, @Nullable String id, @Nullable String role) {}

    /** An OpenID Connect provider. */
    public record Provider(
            String place, String url, List<String> clientIds, List<String> thumbprints) {}
}
