package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.Attachments;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;

/** Attaches a managed policy to a role. */
final class AttachRolePolicy
        implements WriteOperation<AttachRolePolicyRequest, AttachRolePolicyResponse> {
    @Override
    public Access access(AttachRolePolicyRequest input, AuthenticatedCall call) {
        return Attachments.access(
                "iam:AttachRolePolicy", Roles.FAMILY, input.roleName(), input.policyArn(), call);
    }

    @Override
    public AttachRolePolicyResponse execute(AttachRolePolicyRequest input, WritingCall call) {
        Attachments.attach(Roles.FAMILY, input.roleName(), input.policyArn(), call);
        return AttachRolePolicyResponse.builder().build();
    }
}
