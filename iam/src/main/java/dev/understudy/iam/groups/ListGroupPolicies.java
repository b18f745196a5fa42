package dev.understudy.iam.groups;

import dev.understudy.iam.patterns.InlinePolicies;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListGroupPoliciesResponse;

/** Lists the names of a group's inline policies. */
final class ListGroupPolicies
        implements ReadOperation<ListGroupPoliciesRequest, ListGroupPoliciesResponse> {
    @Override
    public Access access(ListGroupPoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.check("iam:ListGroupPolicies", input.groupName(), call));
    }

    @Override
    public ListGroupPoliciesResponse execute(ListGroupPoliciesRequest input, AuthorizedCall call) {
        Paging.Page<String> page =
                InlinePolicies.names(
                        Groups.FAMILY.get(call.account(), input.groupName()),
                        input.maxItems(),
                        input.marker());
        return ListGroupPoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
