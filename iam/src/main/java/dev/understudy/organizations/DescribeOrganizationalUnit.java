package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DescribeOrganizationalUnitRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationalUnitResponse;

/** Tells of a unit. */
final class DescribeOrganizationalUnit
        implements ReadOperation<
                DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse> {
    @Override
    public Access access(DescribeOrganizationalUnitRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.node("DescribeOrganizationalUnit", input.organizationalUnitId(), call));
    }

    @Override
    public DescribeOrganizationalUnitResponse execute(
            DescribeOrganizationalUnitRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        return DescribeOrganizationalUnitResponse.builder()
                .organizationalUnit(
                        Described.unit(view, Parents.unit(view, input.organizationalUnitId())))
                .build();
    }
}
