package dev.understudy.iam.groups;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyResponse;

/** Attaches a managed policy to a group. */
final class AttachGroupPolicy
        implements WriteOperation<AttachGroupPolicyRequest, AttachGroupPolicyResponse> {
    @Override
    public Access access(AttachGroupPolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:AttachGroupPolicy", Groups.FAMILY, input.groupName(), input.policyArn(), call);
    }

    @Override
    public AttachGroupPolicyResponse execute(AttachGroupPolicyRequest input, WritingCall call) {
        Attachments.attach(Groups.FAMILY, input.groupName(), input.policyArn(), call);
        return AttachGroupPolicyResponse.builder().build();
    }
}
