package dev.understudy.iam.policies;

import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;

/** Removes tags from a managed policy. */
final class UntagPolicy implements WriteOperation<UntagPolicyRequest, UntagPolicyResponse> {
    @Override
    public Access access(UntagPolicyRequest input, AuthenticatedCall call) {
        return Tagging.untagAccess(
                "iam:UntagPolicy", Policies.FAMILY, input.policyArn(), input.tagKeys(), call);
    }

    @Override
    public UntagPolicyResponse execute(UntagPolicyRequest input, WritingCall call) {
        Policies.changeable(call.account(), input.policyArn(), Policies.NOT_OURS_TO_UPDATE);
        Tagging.untag(Policies.FAMILY, input.policyArn(), input.tagKeys(), false, call);
        return UntagPolicyResponse.builder().build();
    }
}
