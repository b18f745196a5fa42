package dev.understudy.iam.policies;

import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

/** Lists the tags of a managed policy. */
final class ListPolicyTags implements ReadOperation<ListPolicyTagsRequest, ListPolicyTagsResponse> {
    @Override
    public Access access(ListPolicyTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:ListPolicyTags", input.policyArn(), call));
    }

    @Override
    public ListPolicyTagsResponse execute(ListPolicyTagsRequest input, AuthorizedCall call) {
        Paging.Page<Tag> page =
                Tagging.page(
                        Policies.FAMILY.get(call.account(), input.policyArn()).tags(),
                        input.maxItems(),
                        input.marker());
        return ListPolicyTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }
}
