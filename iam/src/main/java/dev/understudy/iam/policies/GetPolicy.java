package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.catalog.AwsManagedPolicy;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;

/** Tells of a managed policy, without its documents. */
final class GetPolicy implements ReadOperation<GetPolicyRequest, GetPolicyResponse> {

    @Override
    public Access access(GetPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Policies.FAMILY.check("iam:GetPolicy", input.policyArn(), call));
    }

    @Override
    public GetPolicyResponse execute(GetPolicyRequest input, AuthorizedCall call) {
        Attachments.requireArn(input.policyArn());
        AwsManagedPolicy aws = AwsManagedPolicies.find(input.policyArn());
        Policy policy =
                aws != null
                        ? DescribedPolicy.whole(call.account(), aws)
                        : DescribedPolicy.whole(
                                call.account(),
                                Policies.FAMILY.get(call.account(), input.policyArn()));
        return GetPolicyResponse.builder().policy(policy).build();
    }
}
