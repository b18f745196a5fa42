package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.Quota;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;

/** Replaces a role's trust policy. Sessions that run are not touched. */
final class UpdateAssumeRolePolicy
        implements WriteOperation<UpdateAssumeRolePolicyRequest, UpdateAssumeRolePolicyResponse> {
    @Override
    public Access access(UpdateAssumeRolePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.policyCheck("iam:UpdateAssumeRolePolicy", input.roleName(), call));
    }

    @Override
    public UpdateAssumeRolePolicyResponse execute(
            UpdateAssumeRolePolicyRequest input, WritingCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        Roles.FAMILY.requireModifiable(role);
        int most = call.quota(Quota.ACL_SIZE_PER_ROLE);
        call.put(
                role.withTrustPolicy(
                        TrustPolicies.read(input.policyDocument(), call.accounts(), most)));
        return UpdateAssumeRolePolicyResponse.builder().build();
    }
}
