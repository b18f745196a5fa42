package dev.understudy.iam.groups;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyResponse;

/** Detaches a managed policy from a group. */
final class DetachGroupPolicy
        implements WriteOperation<DetachGroupPolicyRequest, DetachGroupPolicyResponse> {
    @Override
    public Access access(DetachGroupPolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:DetachGroupPolicy", Groups.FAMILY, input.groupName(), input.policyArn(), call);
    }

    @Override
    public DetachGroupPolicyResponse execute(DetachGroupPolicyRequest input, WritingCall call) {
        Attachments.detach(Groups.FAMILY, input.groupName(), input.policyArn(), call);
        return DetachGroupPolicyResponse.builder().build();
    }
}
