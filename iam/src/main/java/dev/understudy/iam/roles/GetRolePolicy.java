package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Documents;
import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;
import dev.understudy.policy.PolicyDocument;

import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;

/** Gives an inline policy of a role. */
final class GetRolePolicy implements ReadOperation<GetRolePolicyRequest, GetRolePolicyResponse> {
    @Override
    public Access access(GetRolePolicyRequest input, AuthenticatedCall call) {
        return Access.permission(Roles.FAMILY.check("iam:GetRolePolicy", input.roleName(), call));
    }

    @Override
    public GetRolePolicyResponse execute(GetRolePolicyRequest input, AuthorizedCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        PolicyDocument document = InlinePolicies.find(Roles.FAMILY, role, input.policyName());
        return GetRolePolicyResponse.builder()
                .roleName(role.name())
                .policyName(input.policyName())
                .policyDocument(Documents.encoded(document))
                .build();
    }
}
