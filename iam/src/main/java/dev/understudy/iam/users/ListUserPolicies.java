package dev.understudy.iam.users;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListUserPoliciesResponse;

/** Lists the names of a user's inline policies. */
final class ListUserPolicies
        implements ReadOperation<ListUserPoliciesRequest, ListUserPoliciesResponse> {
    @Override
    public Access access(ListUserPoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:ListUserPolicies", input.userName(), call));
    }

    @Override
    public ListUserPoliciesResponse execute(ListUserPoliciesRequest input, AuthorizedCall call) {
        Paging.Page<String> page =
                InlinePolicies.names(
                        Users.FAMILY.get(call.account(), input.userName()),
                        input.maxItems(),
                        input.marker());
        return ListUserPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
