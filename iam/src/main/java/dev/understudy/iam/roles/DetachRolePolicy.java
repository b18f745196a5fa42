package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;

/** Detaches a managed policy from a role. */
final class DetachRolePolicy
        implements WriteOperation<DetachRolePolicyRequest, DetachRolePolicyResponse> {
    @Override
    public Access access(DetachRolePolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:DetachRolePolicy", Roles.FAMILY, input.roleName(), input.policyArn(), call);
    }

    @Override
    public DetachRolePolicyResponse execute(DetachRolePolicyRequest input, WritingCall call) {
        Attachments.detach(Roles.FAMILY, input.roleName(), input.policyArn(), call);
        return DetachRolePolicyResponse.builder().build();
    }
}
