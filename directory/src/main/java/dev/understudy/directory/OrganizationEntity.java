package dev.understudy.directory;

/**
 * What an organization is made of. All of it is kept by the account that manages the organization,
 * so that one transaction can change any of it; a member holds nothing but a {@link
 * OrganizationMembership} that says where to look.
 */
public sealed interface OrganizationEntity extends Entity
        permits Organization,
                OrganizationNode,
                OrganizationPolicy,
                OrganizationMembership,
                AccountCreation {}
