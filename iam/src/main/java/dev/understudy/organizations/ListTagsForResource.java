package dev.understudy.organizations;

import dev.understudy.directory.OrganizationTagged;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.AuthorizedCall;
import dev.understudy.operation.ReadOperation;

import software.amazon.awssdk.services.organizations.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Lists the tags of an account, unit, policy or the root. */
final class ListTagsForResource
        implements ReadOperation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
    /** More than anything can have. */
    private static final int MOST = 100;

    @Override
    public Access access(ListTagsForResourceRequest input, AuthenticatedCall call) {
        return Access.permission(Arns.tagged("ListTagsForResource", input.resourceId(), call));
    }

    @Override
    public ListTagsForResourceResponse execute(
            ListTagsForResourceRequest input, AuthorizedCall call) {
        OrganizationTagged tagged = TaggedPart.find(Membership.readable(call), input.resourceId());
        Pages<Map.Entry<String, String>> page =
                Pages.of(
                        new TreeMap<>(tagged.tags()).entrySet(),
                        Map.Entry::getKey,
                        MOST,
                        input.nextToken());
        Map<String, String> tags = new LinkedHashMap<>();
        page.items().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        return ListTagsForResourceResponse.builder()
                .tags(Tags.list(tags))
                .nextToken(page.nextToken())
                .build();
    }
}
