package dev.understudy.directory;

import java.util.List;
import java.util.Map;

/**
 * A group of accounts and of further units.
 *
 * @param id {@code ou-…}
 * @param name unique under its parent
 * @param policies the ids of the attached policies
 */
public record OrganizationalUnit(
        String id, String name, String parentId, List<String> policies, Map<String, String> tags)
        implements OrganizationNode {
    public OrganizationalUnit {
        policies = List.copyOf(policies);
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ORGANIZATIONAL_UNIT, id);
    }

    /** The same under another name. */
    public OrganizationalUnit renamed(String newName) {
        return new OrganizationalUnit(id, newName, parentId, policies, tags);
    }

    @Override
    public OrganizationalUnit withPolicies(List<String> ids) {
        return new OrganizationalUnit(id, name, parentId, ids, tags);
    }

    @Override
    public OrganizationalUnit withTags(Map<String, String> newTags) {
        return new OrganizationalUnit(id, name, parentId, policies, newTags);
    }
}
