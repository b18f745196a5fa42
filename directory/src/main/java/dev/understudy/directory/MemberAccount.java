package dev.understudy.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An account of an organization, the managing one among them.
 *
 * @param id its twelve digits
 * @param joinedMethod {@code CREATED} or {@code INVITED}
 * @param joined second precision
 * @param policies the ids of the attached policies
 * @param delegations the service principals for which it is a delegated administrator, and since
 *     when
 */
public record MemberAccount(
        String id,
        String name,
        String email,
        String joinedMethod,
        Instant joined,
        String parentId,
        List<String> policies,
        Map<String, Instant> delegations,
        Map<String, String> tags)
        implements OrganizationNode {
    public MemberAccount {
        policies = List.copyOf(policies);
        delegations = Copies.of(delegations);
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.MEMBER_ACCOUNT, id);
    }

    /** The same below another node. */
    public MemberAccount movedTo(String newParentId) {
        return with(newParentId, policies, delegations, tags);
    }

    /** The same as delegated administrator for these services. */
    public MemberAccount withDelegations(Map<String, Instant> services) {
        return with(parentId, policies, services, tags);
    }

    @Override
    public MemberAccount withPolicies(List<String> ids) {
        return with(parentId, ids, delegations, tags);
    }

    @Override
    public MemberAccount withTags(Map<String, String> newTags) {
        return with(parentId, policies, delegations, newTags);
    }

    private MemberAccount with(
            String parent,
            List<String> newPolicies,
            Map<String, Instant> services,
            Map<String, String> newTags) {
        return new MemberAccount(
                id, name, email, joinedMethod, joined, parent, newPolicies, services, newTags);
    }
}
