package dev.understudy.organizations;

import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;

/** Tells of the organization that the caller's account is in. */
final class DescribeOrganization
        implements ReadOperation<DescribeOrganizationRequest, DescribeOrganizationResponse> {
    @Override
    public Access access(DescribeOrganizationRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("DescribeOrganization", call));
    }

    @Override
    public DescribeOrganizationResponse execute(
            DescribeOrganizationRequest input, AuthorizedCall call) {
        return DescribeOrganizationResponse.builder()
                .organization(Described.organization(Membership.own(call)))
                .build();
    }
}
