package dev.understudy.iam.organizations;

import dev.understudy.iam.accessadvisor.KnownServices;
import dev.understudy.operation.LastAccess;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder. */
public final class OrganizationsFeatures {
    private OrganizationsFeatures() {}

    /**
     * The operations.
     *
     * @param lastAccess what everyone tried last
     * @param services those that reports list
     */
    public static List<Operation<?, ?>> operations(LastAccess lastAccess, KnownServices services) {
        return List.of(
                new DisableOrganizationsRootCredentialsManagement(),
                new DisableOrganizationsRootSessions(),
                new EnableOrganizationsRootCredentialsManagement(),
                new EnableOrganizationsRootSessions(),
                new GenerateOrganizationsAccessReport(),
                new GetOrganizationsAccessReport(lastAccess, services),
                new ListOrganizationsFeatures());
    }
}
