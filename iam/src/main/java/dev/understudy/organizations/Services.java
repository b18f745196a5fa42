package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;

/** Services that work across an organization. */
final class Services {
    private Services() {}

    /** Passes if the organization is more than a common bill. */
    static void requireAllFeatures(OrganizationView view) {
        if (!view.organization().hasAllFeatures()) {
            throw OrganizationsErrors.constraint(
                    "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
                    "Organization is not in all features mode.");
        }
    }

    /** Passes if the organization trusts the service. */
    static void requireTrusted(OrganizationView view, String service) {
        if (!view.organization().trustedServices().containsKey(service)) {
            throw OrganizationsErrors.constraint(
                    "SERVICE_ACCESS_NOT_ENABLED",
                    "You must enable trusted access for the service first.");
        }
    }
}
