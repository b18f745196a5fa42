package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyResponse;

/** Detaches a managed policy from a user. */
final class DetachUserPolicy
        implements WriteOperation<DetachUserPolicyRequest, DetachUserPolicyResponse> {
    @Override
    public Access access(DetachUserPolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:DetachUserPolicy", Users.FAMILY, input.userName(), input.policyArn(), call);
    }

    @Override
    public DetachUserPolicyResponse execute(DetachUserPolicyRequest input, WritingCall call) {
        Attachments.detach(Users.FAMILY, input.userName(), input.policyArn(), call);
        return DetachUserPolicyResponse.builder().build();
    }
}
