package dev.understudy.iam.groups;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyResponse;

/** Adds an inline policy to a group, or replaces the one of its name. */
final class PutGroupPolicy
        implements WriteOperation<PutGroupPolicyRequest, PutGroupPolicyResponse> {
    @Override
    public Access access(PutGroupPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.policyCheck("iam:PutGroupPolicy", input.groupName(), call));
    }

    @Override
    public PutGroupPolicyResponse execute(PutGroupPolicyRequest input, WritingCall call) {
        InlinePolicies.put(
                Groups.FAMILY, input.groupName(), input.policyName(), input.policyDocument(), call);
        return PutGroupPolicyResponse.builder().build();
    }
}
