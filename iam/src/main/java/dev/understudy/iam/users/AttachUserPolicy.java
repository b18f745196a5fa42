package dev.understudy.iam.users;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyResponse;

/** Attaches a managed policy to a user. */
final class AttachUserPolicy
        implements WriteOperation<AttachUserPolicyRequest, AttachUserPolicyResponse> {
    @Override
    public Access access(AttachUserPolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:AttachUserPolicy", Users.FAMILY, input.userName(), input.policyArn(), call);
    }

    @Override
    public AttachUserPolicyResponse execute(AttachUserPolicyRequest input, WritingCall call) {
        Attachments.attach(Users.FAMILY, input.userName(), input.policyArn(), call);
        return AttachUserPolicyResponse.builder().build();
    }
}
