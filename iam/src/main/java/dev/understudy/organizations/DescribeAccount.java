package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DescribeAccountRequest;
import software.amazon.awssdk.services.organizations.model.DescribeAccountResponse;

/** Tells of an account of the organization. */
final class DescribeAccount
        implements ReadOperation<DescribeAccountRequest, DescribeAccountResponse> {
    @Override
    public Access access(DescribeAccountRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.node("DescribeAccount", input.accountId(), call));
    }

    @Override
    public DescribeAccountResponse execute(DescribeAccountRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        return DescribeAccountResponse.builder()
                .account(Described.account(view, Parents.member(view, input.accountId())))
                .build();
    }
}
