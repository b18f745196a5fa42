package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;

/** Tells of a role. */
final class GetRole implements ReadOperation<GetRoleRequest, GetRoleResponse> {
    @Override
    public Access access(GetRoleRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY
                        .policyCheck("iam:GetRole", input.roleName(), call)
                        .shownAs("role " + input.roleName()));
    }

    @Override
    public GetRoleResponse execute(GetRoleRequest input, AuthorizedCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        return GetRoleResponse.builder()
                .role(DescribedRole.whole(call.account(), call.accounts(), role))
                .build();
    }
}
