package dev.understudy.organizations;

import dev.understudy.directory.OrganizationTagged;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.TagResourceRequest;
import software.amazon.awssdk.services.organizations.model.TagResourceResponse;

/** Tags an account, unit, policy or the root. */
final class TagResource implements WriteOperation<TagResourceRequest, TagResourceResponse> {
    @Override
    public Access access(TagResourceRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.tagged("TagResource", input.resourceId(), call)
                        .withRequestTags(Tags.map(input.tags())));
    }

    @Override
    public TagResourceResponse execute(TagResourceRequest input, WritingCall call) {
        OrganizationTagged tagged = TaggedPart.find(Membership.managed(call), input.resourceId());
        call.put(tagged.withTags(Tags.merged(tagged.tags(), input.tags())));
        return TagResourceResponse.builder().build();
    }
}
