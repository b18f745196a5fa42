package dev.understudy.iam.users;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyResponse;

/** Adds an inline policy to a user, or replaces the one of its name. */
final class PutUserPolicy implements WriteOperation<PutUserPolicyRequest, PutUserPolicyResponse> {
    @Override
    public Access access(PutUserPolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.policyCheck("iam:PutUserPolicy", input.userName(), call));
    }

    @Override
    public PutUserPolicyResponse execute(PutUserPolicyRequest input, WritingCall call) {
        InlinePolicies.put(
                Users.FAMILY, input.userName(), input.policyName(), input.policyDocument(), call);
        return PutUserPolicyResponse.builder().build();
    }
}
