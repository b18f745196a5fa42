package dev.understudy.catalog;

import java.util.List;

/**
 * An action that AWS defines.
 *
 * @param service the prefix, {@code s3}
 * @param name in AWS's spelling, {@code GetObject}
 * @param resources the types it can be judged against; empty if it knows no resources
 * @param conditionKeys the action's own; the uses and the types of resources add theirs
 * @param dependentActions what the caller must be allowed as well, full names; empty where the data
 *     does not say, and version 0.21 of the package says it of no action
 */
public record ActionDefinition(
        String service,
        String name,
        AccessLevel level,
        List<ResourceUse> resources,
        List<String> conditionKeys,
        List<String> dependentActions) {

    /** {@code s3:GetObject}. */
    public String fullName() {
        return service + ':' + name;
    }

    /** Whether the action knows no resource, so that AWS judges it against {@code *}. */
    public boolean needsNoResource() {
        return resources.isEmpty();
    }
}
