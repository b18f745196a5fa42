package dev.understudy.directory;

import dev.understudy.policy.PolicyDocument;

import java.util.List;
import java.util.Map;

/**
 * A policy of an organization.
 *
 * @param id {@code p-…}
 * @param type {@link #SERVICE_CONTROL} or {@link #RESOURCE_CONTROL}
 * @param description may be empty
 */
public record OrganizationPolicy(
        String id,
        String type,
        String name,
        String description,
        PolicyDocument document,
        Map<String, String> tags)
        implements OrganizationEntity, OrganizationTagged {
    /** Limits what the principals of the members may do. */
    public static final String SERVICE_CONTROL = "SERVICE_CONTROL_POLICY";

    /** Limits what may be done to the resources of the members. */
    public static final String RESOURCE_CONTROL = "RESOURCE_CONTROL_POLICY";

    /** AWS's own policies, one of each type, which allow everything. */
    public static final List<OrganizationPolicy> OF_AWS =
            List.of(
                    new OrganizationPolicy(
                            "p-FullAWSAccess",
                            SERVICE_CONTROL,
                            "FullAWSAccess",
                            "Allows access to every operation",
                            PolicyDocument.parse(
                                    """
                                    {
                                      "Version": "2012-10-17",
                                      "Statement": [
                                        {
                                          "Effect": "Allow",
                                          "Action": "*",
                                          "Resource": "*"
                                        }
                                      ]
                                    }\
                                    """),
                            Map.of()),
                    new OrganizationPolicy(
                            "p-RCPFullAWSAccess",
                            RESOURCE_CONTROL,
                            "RCPFullAWSAccess",
                            "Allows access to every resource",
                            PolicyDocument.parse(
                                    """
                                    {
                                      "Version": "2012-10-17",
                                      "Statement": [
                                        {
                                          "Effect": "Allow",
                                          "Principal": "*",
                                          "Action": "*",
                                          "Resource": "*"
                                        }
                                      ]
                                    }\
                                    """),
                            Map.of()));

    public OrganizationPolicy {
        tags = Copies.of(tags);
    }

    @Override
    public EntityKey key() {
        return new EntityKey(EntityKind.ORGANIZATION_POLICY, id);
    }

    /** Whether it is AWS's, which nobody changes. */
    public boolean madeByAws() {
        return OF_AWS.contains(this);
    }

    /** AWS's policy of this type, which is attached everywhere when the type is enabled. */
    public static OrganizationPolicy ofAws(String type) {
        return OF_AWS.get(type.equals(SERVICE_CONTROL) ? 0 : 1);
    }

    /** The same with this content. */
    public OrganizationPolicy with(
            String newName, String newDescription, PolicyDocument newDocument) {
        return new OrganizationPolicy(id, type, newName, newDescription, newDocument, tags);
    }

    @Override
    public OrganizationPolicy withTags(Map<String, String> newTags) {
        return new OrganizationPolicy(id, type, name, description, document, newTags);
    }
}
