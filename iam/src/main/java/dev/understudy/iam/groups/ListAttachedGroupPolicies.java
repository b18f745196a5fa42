package dev.understudy.iam.groups;

import dev.understudy.directory.Group;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedGroupPoliciesResponse;

/** Lists the managed policies attached to a group. */
final class ListAttachedGroupPolicies
        implements ReadOperation<
                ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse> {
    @Override
    public Access access(ListAttachedGroupPoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Groups.FAMILY.check("iam:ListAttachedGroupPolicies", input.groupName(), call));
    }

    @Override
    public ListAttachedGroupPoliciesResponse execute(
            ListAttachedGroupPoliciesRequest input, AuthorizedCall call) {
        Group group = Groups.FAMILY.get(call.account(), input.groupName());
        Paging.Page<AttachedPolicy> page =
                Attachments.page(
                        call.account(),
                        group,
                        input.pathPrefix(),
                        input.maxItems(),
                        input.marker());
        return ListAttachedGroupPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
