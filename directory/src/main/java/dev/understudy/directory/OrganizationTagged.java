package dev.understudy.directory;

import java.util.Map;

/** A part of an organization that can be tagged. */
public sealed interface OrganizationTagged permits OrganizationNode, OrganizationPolicy {
    /** The id in requests. */
    String id();

    /** The tags by key, in the order they were set. */
    Map<String, String> tags();

    /** The same with these tags instead. */
    OrganizationEntity withTags(Map<String, String> tags);
}
