package dev.understudy.directory;

import java.util.List;

/**
 * Resources that use a service-linked role, as its service reports them.
 *
 * @param region {@code us-east-1}
 * @param resources their ARNs
 */
public record RoleUsage(String region, List<String> resources) {
    public RoleUsage {
        resources = List.copyOf(resources);
    }
}
