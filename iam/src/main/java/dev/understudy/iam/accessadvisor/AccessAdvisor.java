package dev.understudy.iam.accessadvisor;

import dev.understudy.operation.LastAccess;
import dev.understudy.operation.Operation;

import java.util.List;

/** The door of this folder. */
public final class AccessAdvisor {
    private AccessAdvisor() {}

    /** The services that reports list. */
    public static KnownServices services() {
        return new ServiceNames();
    }

    /**
     * The operations.
     *
     * @param lastAccess what everyone tried last
     * @param services those that reports list
     */
    public static List<Operation<?, ?>> operations(LastAccess lastAccess, KnownServices services) {
        return List.of(
                new GenerateServiceLastAccessedDetails(),
                new GetServiceLastAccessedDetails(lastAccess, services),
                new GetServiceLastAccessedDetailsWithEntities(lastAccess),
                new ListPoliciesGrantingServiceAccess());
    }
}
