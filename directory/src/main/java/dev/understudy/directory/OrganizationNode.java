package dev.understudy.directory;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A place in the tree of an organization that policies can be attached to. */
public sealed interface OrganizationNode extends OrganizationEntity, OrganizationTagged
        permits OrganizationRoot, OrganizationalUnit, MemberAccount {
    /** {@code r-…}, {@code ou-…}, or an account's twelve digits. */
    @Override
    String id();

    /** The friendly name. */
    String name();

    /** The id of the node above; null for the root. */
    @Nullable String parentId();

    /** The ids of the attached policies, in the order they were attached. */
    List<String> policies();

    /** The same with these policies attached instead. */
    OrganizationNode withPolicies(List<String> ids);

    @Override
    OrganizationNode withTags(Map<String, String> tags);
}
