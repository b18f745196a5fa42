package dev.understudy.organizations;

import dev.understudy.directory.AccountCreation;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ErrorCode;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DescribeCreateAccountStatusRequest;
import software.amazon.awssdk.services.organizations.model.DescribeCreateAccountStatusResponse;

/** Tells what came of a request for an account. */
final class DescribeCreateAccountStatus
        implements ReadOperation<
                DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse> {
    @Override
    public Access access(DescribeCreateAccountStatusRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.anywhere("DescribeCreateAccountStatus", call));
    }

    @Override
    public DescribeCreateAccountStatusResponse execute(
            DescribeCreateAccountStatusRequest input, AuthorizedCall call) {
        AccountCreation creation =
                Membership.readable(call).creation(input.createAccountRequestId());
        if (creation == null) {
            throw OrganizationsErrors.missing(
                    ErrorCode.CREATE_ACCOUNT_STATUS_NOT_FOUND, "a create account request");
        }
        return DescribeCreateAccountStatusResponse.builder()
                .createAccountStatus(Described.creation(creation))
                .build();
    }
}
