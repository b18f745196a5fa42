package dev.understudy.directory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * An organization; the account that holds it manages it.
 *
 * @param id {@code o-…}
 * @param featureSet {@code ALL} or {@code CONSOLIDATED_BILLING}
 * @param policyTypes those enabled, by AWS's names
 * @param trustedServices the service principals that may act in the organization, and since when
 * @param rootFeatures what IAM may do with the members' root users: {@code
 *     RootCredentialsManagement}, {@code RootSessions}
 */
public record Organization(
        String id,
        String featureSet,
        Set<String> policyTypes,
        Map<String, Instant> trustedServices,
        Set<String> rootFeatures)
        implements OrganizationEntity {
    static final EntityKey KEY = new EntityKey(EntityKind.ORGANIZATION, "organization");

    public Organization {
        policyTypes = Copies.of(policyTypes);
        trustedServices = Copies.of(trustedServices);
        rootFeatures = Copies.of(rootFeatures);
    }

    @Override
    public EntityKey key() {
        return KEY;
    }

    /** Whether everything an organization can do is on, and not only the common bill. */
    public boolean hasAllFeatures() {
        return featureSet.equals("ALL");
    }

    /** The same with these policy types enabled. */
    public Organization withPolicyTypes(Set<String> types) {
        return new Organization(id, featureSet, types, trustedServices, rootFeatures);
    }

    /** The same with these services trusted. */
    public Organization withTrustedServices(Map<String, Instant> services) {
        return new Organization(id, featureSet, policyTypes, services, rootFeatures);
    }

    /** The same with these features of IAM. */
    public Organization withRootFeatures(Set<String> features) {
        return new Organization(id, featureSet, policyTypes, trustedServices, features);
    }
}
