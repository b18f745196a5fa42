package dev.understudy.iam.policies;

import dev.understudy.catalog.AwsManagedPolicies;
import dev.understudy.directory.Account;
import dev.understudy.iam.patterns.Attachments;
import dev.understudy.iam.patterns.Paging;
import dev.understudy.iam.patterns.Tagging;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;

import java.util.Map;

/** Lists the tags of a managed policy. */
final class ListPolicyTags implements ReadOperation<ListPolicyTagsRequest, ListPolicyTagsResponse> {
    @Override
    public Access access(ListPolicyTagsRequest input, AuthenticatedCall call) {
        return Access.permission(
                Policies.FAMILY.check("iam:ListPolicyTags", input.policyArn(), call));
    }

    @Override
    public ListPolicyTagsResponse execute(ListPolicyTagsRequest input, AuthorizedCall call) {
        Attachments.requireArn(input.policyArn());
        Paging.Page<Tag> page =
                Tagging.page(
                        tags(input.policyArn(), call.account()), input.maxItems(), input.marker());
        return ListPolicyTagsResponse.builder()
                .tags(page.items())
                .isTruncated(page.truncated())
                .marker(page.marker())
                .build();
    }

    /** AWS's own policies have no tags. */
    private static Map<String, String> tags(String arn, Account account) {
        return AwsManagedPolicies.find(arn) != null
                ? Map.of()
                : Policies.FAMILY.get(account, arn).tags();
    }
}
