package dev.understudy.organizations;

import dev.understudy.directory.OrganizationView;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.DescribePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribePolicyResponse;

/** Tells of a policy, with its content. */
final class DescribePolicy implements ReadOperation<DescribePolicyRequest, DescribePolicyResponse> {
    @Override
    public Access access(DescribePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.policy("DescribePolicy", input.policyId(), call));
    }

    @Override
    public DescribePolicyResponse execute(DescribePolicyRequest input, AuthorizedCall call) {
        OrganizationView view = Membership.readable(call);
        return DescribePolicyResponse.builder()
                .policy(Described.policy(view, PolicyNames.find(view, input.policyId())))
                .build();
    }
}
