package dev.understudy.organizations;

import dev.understudy.directory.OrganizationTagged;
import dev.understudy.operation.Access;
import dev.understudy.operation.AuthenticatedCall;
import dev.understudy.operation.WriteOperation;
import dev.understudy.operation.WritingCall;

import software.amazon.awssdk.services.organizations.model.UntagResourceRequest;
import software.amazon.awssdk.services.organizations.model.UntagResourceResponse;

import java.util.LinkedHashMap;
import java.util.Map;

/** Removes tags; keys that are not there are passed over. */
final class UntagResource implements WriteOperation<UntagResourceRequest, UntagResourceResponse> {
    @Override
    public Access access(UntagResourceRequest input, AuthenticatedCall call) {
        return Access.permission(
                Arns.tagged("UntagResource", input.resourceId(), call)
                        .with("aws:TagKeys", input.tagKeys()));
    }

    @Override
    public UntagResourceResponse execute(UntagResourceRequest input, WritingCall call) {
        OrganizationTagged tagged = TaggedPart.find(Membership.managed(call), input.resourceId());
        Map<String, String> rest = new LinkedHashMap<>(tagged.tags());
        rest.keySet().removeAll(input.tagKeys());
        call.put(tagged.withTags(rest));
        return UntagResourceResponse.builder().build();
    }
}
