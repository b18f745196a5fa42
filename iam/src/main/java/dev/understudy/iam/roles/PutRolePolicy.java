package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/** Adds an inline policy to a role, or replaces the one of its name. */
final class PutRolePolicy implements WriteOperation<PutRolePolicyRequest, PutRolePolicyResponse> {
    @Override
    public Access access(PutRolePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:PutRolePolicy", input.roleName(), call));
    }

    @Override
    public PutRolePolicyResponse execute(PutRolePolicyRequest input, WritingCall call) {
        InlinePolicies.put(
                Roles.FAMILY, input.roleName(), input.policyName(), input.policyDocument(), call);
        return PutRolePolicyResponse.builder().build();
    }
}
