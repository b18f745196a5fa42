package dev.understudy.iam.users;

import dev.understudy.directory.User;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedUserPoliciesResponse;

/** Lists the managed policies attached to a user. */
final class ListAttachedUserPolicies
        implements ReadOperation<
                ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse> {
    @Override
    public Access access(ListAttachedUserPoliciesRequest input, AuthenticatedCall call) {
        return Access.permission(
                Users.FAMILY.check("iam:ListAttachedUserPolicies", input.userName(), call));
    }

    @Override
    public ListAttachedUserPoliciesResponse execute(
            ListAttachedUserPoliciesRequest input, AuthorizedCall call) {
        User user = Users.FAMILY.get(call.account(), input.userName());
        Paging.Page<AttachedPolicy> page =
                Attachments.page(
                        call.account(), user, input.pathPrefix(), input.maxItems(), input.marker());
        return ListAttachedUserPoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
