package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The top of an organization's tree.
 *
 * @param id {@code r-…}
 * @param policies the ids of the attached policies
 */
public record OrganizationRoot(String id, List<String> policies, Map<String, String> tags)
        implements OrganizationNode {
    public OrganizationRoot {
        policies = List.copyOf(policies);
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ORGANIZATION_ROOT, id);
    }

    @Override
    public String name() {
        return "Root";
    }

    @Override
    public @Nullable String parentId() {
        return null;
    }

    @Override
    public OrganizationRoot withPolicies(List<String> ids) {
        return new OrganizationRoot(id, ids, tags);
    }

    @Override
    public OrganizationRoot withTags(Map<String, String> newTags) {
        return new OrganizationRoot(id, policies, newTags);
    }
}
