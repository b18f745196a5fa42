package dev.understudy.iam.roles;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;

/** Lists the names of a role's inline policies. */
final class ListRolePolicies
        implements ReadOperation<ListRolePoliciesRequest, ListRolePoliciesResponse> {
    @Override
    public Access access(ListRolePoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.check("iam:ListRolePolicies", input.roleName(), call));
    }

    @Override
    public ListRolePoliciesResponse execute(ListRolePoliciesRequest input, AuthorizedCall call) {
        Paging.Page<String> page =
                InlinePolicies.names(
                        Roles.FAMILY.get(call.account(), input.roleName()),
                        input.maxItems(),
                        input.marker());
        return ListRolePoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
