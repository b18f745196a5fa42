package dev.understudy.iam.roles;

import dev.understudy.directory.Role;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;

/** Lists the managed policies attached to a role. */
final class ListAttachedRolePolicies
        implements ReadOperation<
                ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse> {
    @Override
    public Access access(ListAttachedRolePoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Roles.FAMILY.check("iam:ListAttachedRolePolicies", input.roleName(), call));
    }

    @Override
    public ListAttachedRolePoliciesResponse execute(
            ListAttachedRolePoliciesRequest input, AuthorizedCall call) {
        Role role = Roles.FAMILY.get(call.account(), input.roleName());
        Paging.Page<AttachedPolicy> page =
                Attachments.page(
                        call.account(), role, input.pathPrefix(), input.maxItems(), input.marker());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
